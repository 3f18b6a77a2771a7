package fr.educentre.assidu.sources.demo;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.training.Centre.ModuleInfo;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.LearnerInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** xAPI statements about the activities of a group's modules, done in the evening, in their order. */
final class DemoStatements {

    private static final String HOME = "https://plateforme.horizon.example";
    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final LocalTime EVENING = LocalTime.of(18, 10);

    /** @param place among all of the group */
    private record Activity(int place, String id, String title, boolean evaluation) {}

    private final GroupInfo group;
    private final LocalDate today;
    private final Instant now;
    private final List<Activity> activities = new ArrayList<>();

    DemoStatements(GroupInfo group, List<ModuleInfo> modules, LocalDate today, Instant now) {
        this.group = group;
        this.today = today;
        this.now = now;
        for (ModuleInfo module : modules) {
            for (String id : module.activityIds()) {
                boolean last = id.equals(module.activityIds().getLast());
                activities.add(new Activity(activities.size(), id, module.title(), last));
            }
        }
    }

    List<NewTrace> of(LearnerInfo learner) {
        boolean inDifficulty = DemoPlan.inDifficulty(learner.externalId());
        List<NewTrace> told = new ArrayList<>();
        for (Activity activity : activities) {
            var chance = new SplittableRandom((learner.externalId() + activity.id()).hashCode());
            LocalDate due = DemoPlan.activityDue(
                    group.period().startsOn(), group.period().endsOn(), activity.place(), activities.size());
            boolean past = due.isBefore(today);
            LocalDate day = due.minusDays(1 + chance.nextInt(5));
            if (inDifficulty) {
                if (due.isBefore(today.minusWeeks(3)) && chance.nextInt(100) < 40) {
                    done(told, learner, activity, day, chance, true);
                }
            } else if (past && chance.nextInt(100) < 96) {
                done(told, learner, activity, day, chance, false);
            } else if (!past) {
                begun(told, learner, activity, chance);
                break;
            }
        }
        told.removeIf(trace -> !trace.time().occurredAt().isBefore(now));
        return told;
    }

    private void done(
            List<NewTrace> told,
            LearnerInfo learner,
            Activity activity,
            LocalDate day,
            SplittableRandom chance,
            boolean inDifficulty) {
        Instant at = start(day, chance);
        if (!activity.evaluation()) {
            told.add(statement(learner, activity, "experienced", at, Map.of()));
            Instant middle = at.plusSeconds(60L * (8 + chance.nextInt(6)));
            told.add(statement(learner, activity, "experienced", middle, Map.of()));
            Instant end = middle.plusSeconds(60L * (7 + chance.nextInt(7)));
            told.add(statement(learner, activity, "completed", end, Map.of("completion", true)));
            return;
        }
        told.add(statement(learner, activity, "attempted", at, Map.of()));
        Instant end = at.plusSeconds(60L * (9 + chance.nextInt(5)));
        if (chance.nextInt(100) >= (inDifficulty ? 50 : 12)) {
            told.add(statement(learner, activity, "passed", end, result(0.62 + chance.nextInt(37) / 100.0, true)));
            return;
        }
        told.add(statement(learner, activity, "failed", end, result(0.3 + chance.nextInt(25) / 100.0, false)));
        if (!inDifficulty && chance.nextBoolean()) {
            Instant again = end.plusSeconds(60L * 13);
            told.add(statement(learner, activity, "passed", again, result(0.65 + chance.nextInt(20) / 100.0, true)));
        }
    }

    /** What is due next: two in five did it ahead, the others looked at it. */
    private void begun(List<NewTrace> told, LearnerInfo learner, Activity activity, SplittableRandom chance) {
        LocalDate lately = today.minusDays(1 + chance.nextInt(4));
        if (chance.nextInt(100) < 40) {
            done(told, learner, activity, lately, chance, false);
        } else {
            told.add(statement(learner, activity, "initialized", start(lately, chance), Map.of()));
        }
    }

    private Instant start(LocalDate day, SplittableRandom chance) {
        return day.atTime(EVENING)
                .plusSeconds(chance.nextInt(5400))
                .atZone(group.site().zone())
                .toInstant();
    }

    private static Map<String, Object> result(double scaled, boolean success) {
        double score = Math.round(scaled * 100) / 100.0;
        return Map.of("completion", true, "success", success, "score", Map.of("scaled", score));
    }

    private static NewTrace statement(
            LearnerInfo learner, Activity activity, String verb, Instant at, Map<String, Object> result) {
        String id = UUID.nameUUIDFromBytes(
                        (learner.externalId() + activity.id() + verb + at).getBytes(StandardCharsets.UTF_8))
                .toString();
        Map<String, Object> content = new java.util.LinkedHashMap<>();
        content.put("id", id);
        content.put(
                "actor",
                Map.of(
                        "objectType",
                        "Agent",
                        "name",
                        learner.name(),
                        "account",
                        Map.of("homePage", HOME, "name", learner.externalId())));
        content.put("verb", Map.of("id", ADL + verb));
        content.put(
                "object",
                Map.of(
                        "objectType",
                        "Activity",
                        "id",
                        activity.id(),
                        "definition",
                        Map.of("name", Map.of("fr", activity.title()))));
        if (!result.isEmpty()) {
            content.put("result", result);
        }
        content.put("timestamp", at.toString());
        content.put("stored", at.toString());
        content.put("version", "1.0.0");
        return new NewTrace(
                new NewTrace.Origin(EvidenceSource.XAPI, Channel.API, id, null),
                TraceKind.ACTIVITY,
                new TraceTime(at, at, null),
                new NewTrace.Person(
                        "account:" + HOME + " " + learner.externalId(), learner.name(), null, learner.externalId()),
                new NewTrace.Subject(null, null, activity.id(), ADL + verb),
                content,
                new TraceMatch(learner.id(), MatchMethod.ISSUED_ID));
    }
}
