package fr.educentre.assidu.sources.demo;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What the sources would have told of one session; chance follows from the session and the learner alone. */
final class DemoTraces {

    /** What happens to someone in a session. */
    private enum Day {
        THERE,
        LATE,
        LEFT_EARLY,
        AWAY
    }

    private static final String ACTIVITY = "https://plateforme.horizon.example/activites/parcours";
    private static final int MINUTES_BETWEEN_ACTIVITIES = 12;

    private final SessionInfo session;
    private final List<String> activities;
    private final String rollCall;
    private final List<NewTrace> traces = new ArrayList<>();

    /** @param rollCall the reason that a trainer's mark bears */
    DemoTraces(SessionInfo session, List<String> activities, String rollCall) {
        this.session = session;
        this.rollCall = rollCall;
        this.activities = activities.isEmpty() ? List.of(ACTIVITY) : activities;
    }

    List<NewTrace> of(List<ExpectedLearner> expected) {
        for (ExpectedLearner one : expected) {
            LearnerInfo learner = one.learner();
            var chance = new SplittableRandom((session.externalId() + learner.externalId()).hashCode());
            Day day = day(chance.nextInt(100), DemoPlan.inDifficulty(learner.externalId()));
            switch (session.modality()) {
                case IN_PERSON -> inPerson(learner, day, chance);
                case VIDEO -> video(learner, day, chance);
                case ONLINE -> online(learner, day, chance);
            }
        }
        if (session.modality() == Modality.IN_PERSON) {
            trainerSigns();
        }
        return traces;
    }

    private static Day day(int percent, boolean inDifficulty) {
        int away = inDifficulty ? 38 : 4;
        int late = inDifficulty ? 18 : 6;
        if (percent < away) {
            return Day.AWAY;
        }
        if (percent < away + late) {
            return Day.LATE;
        }
        return percent < away + late + 4 ? Day.LEFT_EARLY : Day.THERE;
    }

    private void inPerson(LearnerInfo learner, Day day, SplittableRandom chance) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("by", session.trainer().name());
        payload.put("role", "TRAINER");
        payload.put("reason", rollCall);
        Instant from = null;
        Instant to = null;
        switch (day) {
            case AWAY -> payload.put("status", "ABSENT");
            case LATE -> {
                int late = 15 + 5 * chance.nextInt(4);
                payload.put("status", "LATE");
                payload.put("lateMinutes", late);
                from = after(late * 60);
            }
            case LEFT_EARLY -> {
                payload.put("status", "LEFT_EARLY");
                to = before((15 + 5 * chance.nextInt(3)) * 60);
            }
            case THERE -> payload.put("status", "PRESENT");
        }
        add(EvidenceSource.ROLL_CALL, Channel.SCREEN, TraceKind.MARK, learner, from, to, payload, "mark");
        if (day != Day.AWAY) {
            Instant signed = from == null ? after(60 + chance.nextInt(540)) : from.plusSeconds(90);
            add(
                    EvidenceSource.SIGNATURE,
                    Channel.SCREEN,
                    TraceKind.SIGNATURE,
                    learner,
                    signed,
                    null,
                    Map.of("role", "LEARNER"),
                    "signature");
        }
    }

    private void video(LearnerInfo learner, Day day, SplittableRandom chance) {
        if (day == Day.AWAY) {
            return;
        }
        EvidenceSource source = session.meeting() == null
                ? EvidenceSource.ZOOM
                : EvidenceSource.valueOf(session.meeting().provider().name());
        Instant from = day == Day.LATE ? after(60 * (13 + chance.nextInt(15))) : after(chance.nextInt(420) - 300);
        Instant to = day == Day.LEFT_EARLY ? before(60 * (14 + chance.nextInt(12))) : before(chance.nextInt(240) - 180);
        Map<String, Object> payload = Map.of("shownName", learner.name());
        if (chance.nextInt(6) == 0) {
            Instant cut = after(60 * (40 + chance.nextInt(30)));
            interval(source, learner, from, cut, payload);
            interval(source, learner, cut.plusSeconds(30 + chance.nextInt(120)), to, payload);
        } else {
            interval(source, learner, from, to, payload);
        }
    }

    private void interval(
            EvidenceSource source, LearnerInfo learner, Instant from, Instant to, Map<String, Object> payload) {
        if (to.isAfter(from)) {
            add(source, Channel.API, TraceKind.INTERVAL, learner, from, to, payload, "connection");
        }
    }

    private void online(LearnerInfo learner, Day day, SplittableRandom chance) {
        if (day == Day.AWAY) {
            return;
        }
        Instant at = day == Day.LATE ? after(60 * (14 + chance.nextInt(12))) : after(chance.nextInt(300));
        Instant end = day == Day.LEFT_EARLY ? before(60 * (15 + chance.nextInt(10))) : before(chance.nextInt(120));
        int step = 0;
        while (at.isBefore(end)) {
            String activity = activities.get(step++ % activities.size());
            activity(learner, at, activity, "http://adlnet.gov/expapi/verbs/experienced");
            at = at.plusSeconds(60L * (6 + chance.nextInt(MINUTES_BETWEEN_ACTIVITIES - 6)));
        }
        activity(learner, end, activities.getFirst(), "http://adlnet.gov/expapi/verbs/exited");
    }

    private void activity(LearnerInfo learner, Instant at, String activity, String verb) {
        traces.add(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.PLATFORM, Channel.API, key("activity", learner.externalId(), at), null),
                TraceKind.ACTIVITY,
                new TraceTime(at, at, null),
                new NewTrace.Person(learner.externalId(), learner.name(), learner.email(), learner.externalId()),
                new NewTrace.Subject(null, null, activity, verb),
                Map.of(),
                new TraceMatch(learner.id(), MatchMethod.ISSUED_ID)));
    }

    private void trainerSigns() {
        Instant at = before(300);
        traces.add(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.SIGNATURE,
                        Channel.SCREEN,
                        key("trainer", session.trainer().id().toString(), at),
                        null),
                TraceKind.SIGNATURE,
                new TraceTime(at, at, null),
                new NewTrace.Person(
                        session.trainer().id().toString(),
                        session.trainer().name(),
                        null,
                        session.trainer().id().toString()),
                new NewTrace.Subject(session.id(), null, null, null),
                Map.of("role", "TRAINER"),
                TraceMatch.NONE));
    }

    private void add(
            EvidenceSource source,
            Channel channel,
            TraceKind kind,
            LearnerInfo learner,
            @Nullable Instant from,
            @Nullable Instant to,
            Map<String, Object> payload,
            String what) {
        Instant at = from == null ? session.startsAt() : from;
        traces.add(new NewTrace(
                new NewTrace.Origin(source, channel, key(what, learner.externalId(), at), null),
                kind,
                new TraceTime(at, from, to),
                new NewTrace.Person(
                        learner.email() == null ? learner.externalId() : learner.email(),
                        learner.name(),
                        learner.email(),
                        learner.externalId()),
                new NewTrace.Subject(
                        session.id(),
                        session.meeting() == null ? null : session.meeting().id(),
                        null,
                        null),
                payload,
                new TraceMatch(
                        learner.id(),
                        source == EvidenceSource.ROLL_CALL || source == EvidenceSource.SIGNATURE
                                ? MatchMethod.ACCOUNT
                                : MatchMethod.EMAIL)));
    }

    private String key(String what, String who, Instant at) {
        return "demo:" + session.externalId() + ":" + what + ":" + who + ":" + at;
    }

    private Instant after(int seconds) {
        return session.startsAt().plus(Duration.ofSeconds(seconds));
    }

    private Instant before(int seconds) {
        return session.endsAt().minus(Duration.ofSeconds(seconds));
    }
}
