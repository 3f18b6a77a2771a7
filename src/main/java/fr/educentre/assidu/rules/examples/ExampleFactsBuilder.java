package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.ConnectionDay;
import fr.educentre.assidu.rules.LearnerFacts.Course;
import fr.educentre.assidu.rules.LearnerFacts.Details;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.LearnerFacts.TrainerAbsence;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.rules.RuleExample.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of a made-up learner, as those of a real one would be gathered. */
final class ExampleFactsBuilder {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final UUID NOBODY = new UUID(0, 1);
    private static final int MINUTES = RuleExample.SESSION_MINUTES;
    private static final int AGREED = 6_000;

    private final RuleExample example;
    private final LocalDate today;

    private ExampleFactsBuilder(RuleExample example) {
        this.example = example;
        this.today = example.day();
    }

    static LearnerFacts of(RuleExample example) {
        return new ExampleFactsBuilder(example).facts();
    }

    private LearnerFacts facts() {
        var who = example.learner();
        var course = example.course();
        List<SessionOutcome> sessions = sessions();
        int credited =
                sessions.stream().mapToInt(s -> s.details().creditedMinutes()).sum();
        LocalTime at = example.at();
        return new LearnerFacts(
                new LearnerFacts.Learner(
                        NOBODY,
                        example.name(),
                        null,
                        who.enrolment().group(),
                        who.person().apprentice(),
                        who.person().minor()),
                new LearnerFacts.Moment(
                        ZONE,
                        today,
                        at == null
                                ? today.plusDays(1).atStartOfDay(ZONE).toInstant()
                                : today.atTime(at).atZone(ZONE).toInstant()),
                new LearnerFacts.Enrolment(
                        who.enrolment().enrolled() == null
                                ? today.minusMonths(3)
                                : today.minusDays(who.enrolment().enrolled()),
                        funders(),
                        Objects.requireNonNullElse(course.agreedMinutes(), AGREED),
                        Objects.requireNonNullElse(course.creditedMinutes(), credited)),
                new LearnerFacts.Pending(
                        who.pending().relaunchRunning(),
                        who.pending().underReview()
                                || sessions.stream().anyMatch(s -> "UNDER_REVIEW".equals(s.justification()))),
                new LearnerFacts.Activity(
                        noon(who.activity().lastActivity(), -1),
                        noon(who.activity().nextDue(), 1)),
                sessions,
                course());
    }

    private Set<String> funders() {
        var funders = new HashSet<String>();
        String funder = example.learner().enrolment().funder();
        if (funder != null) {
            funders.add(upper(funder));
        }
        for (Funding funding : example.course().fundings()) {
            funders.add(upper(funding.code()));
            funders.add(kind(funding));
        }
        return Set.copyOf(funders);
    }

    private static String kind(Funding funding) {
        return upper(funding.kind() == null ? funding.code() : funding.kind());
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private Course course() {
        var who = example.learner();
        var course = example.course();
        var absences = new ArrayList<TrainerAbsence>();
        course.trainerAbsences().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(days ->
                        absences.add(new TrainerAbsence(new UUID(1, absences.size() + 1L), today.minusDays(days))));
        return new Course(
                who.enrolment().programme(),
                who.enrolment().site(),
                new Course.Away(who.person().outside(), null),
                who.person().accommodations(),
                course.fundings().stream()
                        .map(one -> new LearnerFacts.Funding(
                                one.code(),
                                kind(one),
                                one.agreedMinutes(),
                                one.creditedMinutes(),
                                one.remainingMinutes()))
                        .toList(),
                new Course.Plan(
                        Objects.requireNonNullElse(course.remainingMinutes(), 0),
                        course.modules().stream()
                                .map(one -> new ModulePlan(one.code(), one.code(), one.plannedMinutes()))
                                .toList()),
                List.copyOf(absences),
                new Course.Distance(
                        course.work().stream().map(this::work).toList(),
                        course.connections().stream()
                                .map(one -> new ConnectionDay(today.minusDays(one.daysAgo()), one.minutes()))
                                .toList()));
    }

    private LearnerFacts.Work work(Work asked) {
        return new LearnerFacts.Work(
                asked.title(),
                asked.module(),
                asked.evaluation(),
                asked.estimatedMinutes(),
                asked.dueIn() == null ? null : today.plusDays(asked.dueIn()),
                asked.state());
    }

    private @Nullable Instant noon(@Nullable Integer days, int direction) {
        return days == null ? null : at(today.plusDays((long) direction * days), LocalTime.NOON);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private List<SessionOutcome> sessions() {
        var outcomes = new ArrayList<SessionOutcome>();
        for (Seance seance : example.sessions()) {
            outcomes.add(outcome(seance, outcomes.size() + 1));
        }
        outcomes.sort(Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId));
        return List.copyOf(outcomes);
    }

    private SessionOutcome outcome(Seance seance, int number) {
        Setting setting = seance.setting();
        Presence presence = seance.presence();
        Absence absence = seance.absence();
        LocalDate day = today.minusDays(seance.daysAgo());
        int lost = switch (presence.status()) {
            case "ABSENT", "EXEMPT" -> MINUTES;
            case "PRESENT" -> 0;
            default -> Math.clamp(presence.minutesLost(), 0, MINUTES);
        };
        Instant starts = at(day, LocalTime.of(seance.afternoon() ? 14 : 9, 0));
        return new SessionOutcome(
                new SessionOutcome.Session(
                        new UUID(0, number),
                        "Séance " + number,
                        setting.module(),
                        setting.modality() == null ? "IN_PERSON" : setting.modality(),
                        starts,
                        day,
                        day + (seance.afternoon() ? "/PM" : "/AM")),
                presence.status(),
                absence.justification(),
                new SessionOutcome.Minutes(
                        MINUTES,
                        MINUTES - lost,
                        presence.status().equals("LATE") ? lost : 0,
                        presence.status().equals("LEFT_EARLY") ? lost : 0),
                !presence.status().equals("EXEMPT"),
                new Details(
                        starts.plusSeconds(MINUTES * 60L),
                        setting.module(),
                        setting.site(),
                        absence.reason(),
                        noon(absence.underReviewDays(), -1),
                        Objects.requireNonNullElse(presence.creditedMinutes(), MINUTES - lost),
                        presence.unsignedBy()));
    }
}
