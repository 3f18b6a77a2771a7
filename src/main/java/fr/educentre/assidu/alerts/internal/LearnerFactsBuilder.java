package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.internal.ActivityQueries.Connections;
import fr.educentre.assidu.alerts.internal.ActivityQueries.RequirementRow;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.CaseRow;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.SessionRow;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.VerdictRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.EnrolmentRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.GroupRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.LearnerRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.Period;
import fr.educentre.assidu.alerts.internal.LearnerFactsLoader.Batch;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.Course;
import fr.educentre.assidu.rules.LearnerFacts.Details;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.LearnerFacts.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts of one learner, put together from the rows of a batch. */
final class LearnerFactsBuilder {

    private static final Set<String> NOT_KNOWN = Set.of("AWAITING_DATA", "EXEMPT");
    private static final Set<String> THERE = Set.of("PRESENT", "LATE", "LEFT_EARLY", "PARTIAL");
    private static final Set<String> NOT_HELD = Set.of("CANCELLED", "POSTPONED");

    private final LearnerRow learner;
    private final Batch batch;
    private final @Nullable GroupRow group;
    private final ZoneId zone;
    private final LocalDate today;
    private final @Nullable EnrolmentRow enrolment;
    private final List<VerdictRow> verdicts;
    private final Map<UUID, CaseRow> cases;
    private final List<Period> outside;

    LearnerFactsBuilder(LearnerRow learner, Batch batch) {
        this.learner = learner;
        this.batch = batch;
        this.group = learner.group();
        this.zone = batch.zone(group);
        this.today = batch.at().atZone(zone).toLocalDate();
        this.enrolment = current(batch.enrolled().enrolments().getOrDefault(learner.id(), List.of()), today);
        this.verdicts = batch.attended().verdicts().getOrDefault(learner.id(), List.of());
        this.cases = batch.attended().cases().getOrDefault(learner.id(), Map.of());
        this.outside = outside();
    }

    private List<Period> outside() {
        List<Period> periods =
                group == null ? List.of() : batch.enrolled().outside().getOrDefault(group.id(), List.of());
        List<Period> interruptions = batch.enrolled().interruptions().getOrDefault(learner.id(), List.of());
        if (interruptions.isEmpty()) {
            return periods;
        }
        var all = new ArrayList<>(interruptions);
        all.addAll(periods);
        return all;
    }

    LearnerFacts facts() {
        var work = work();
        var connections = batch.distance().connections().getOrDefault(learner.id(), Connections.NONE);
        LocalDate birth = learner.birth();
        return new LearnerFacts(
                new LearnerFacts.Learner(
                        learner.id(),
                        learner.name(),
                        group == null ? null : group.id(),
                        group == null ? null : group.code(),
                        enrolment != null && enrolment.apprenticeship(),
                        birth != null && birth.plusYears(18).isAfter(today)),
                new LearnerFacts.Moment(zone, today, batch.at()),
                new LearnerFacts.Enrolment(
                        enrolment == null ? null : enrolment.startsOn(),
                        funders(),
                        enrolment == null ? 0 : enrolment.agreedMinutes(),
                        credited() + achieved(work)),
                new LearnerFacts.Pending(
                        batch.relaunched().contains(learner.id()),
                        cases.values().stream().anyMatch(one -> one.state().equals("UNDER_REVIEW"))),
                new LearnerFacts.Activity(connections.last(), nextDue(work)),
                outcomes(),
                course(work, connections));
    }

    private static @Nullable EnrolmentRow current(List<EnrolmentRow> enrolments, LocalDate today) {
        if (enrolments.size() == 1) {
            EnrolmentRow one = enrolments.getFirst();
            return one.startsOn().isAfter(today) ? null : one;
        }
        return enrolments.stream()
                .filter(e -> !e.startsOn().isAfter(today))
                .max(Comparator.comparing((EnrolmentRow e) -> !e.endsOn().isBefore(today))
                        .thenComparing(EnrolmentRow::startsOn)
                        .thenComparing(EnrolmentRow::id))
                .orElse(null);
    }

    private Set<String> funders() {
        if (enrolment == null || enrolment.fundings().isEmpty()) {
            return Set.of();
        }
        var funders = new HashSet<String>();
        enrolment.fundings().forEach(funding -> {
            funders.add(funding.code());
            funders.add(funding.kind());
        });
        return funders;
    }

    /** Of the current enrolment. */
    private int credited() {
        int sum = enrolment == null ? 0 : batch.credited().before().getOrDefault(enrolment.id(), 0);
        for (VerdictRow verdict : verdicts) {
            UUID of = verdict.enrolment();
            if (of == null || enrolment == null || of.equals(enrolment.id())) {
                sum += verdict.credited();
            }
        }
        return sum;
    }

    private static int achieved(List<Work> work) {
        int minutes = 0;
        for (Work one : work) {
            minutes += one.state().equals("ACHIEVED") ? one.estimatedMinutes() : 0;
        }
        return minutes;
    }

    private @Nullable Instant nextDue(List<Work> work) {
        LocalDate next = null;
        for (Work one : work) {
            LocalDate due = one.dueOn();
            if (due != null && !one.state().equals("ACHIEVED") && (next == null || due.isBefore(next))) {
                next = due;
            }
        }
        return next == null ? null : next.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private List<SessionOutcome> outcomes() {
        var outcomes = new ArrayList<SessionOutcome>(verdicts.size());
        for (VerdictRow verdict : verdicts) {
            SessionRow session = batch.attended().sessions().get(verdict.session());
            if (session != null
                    && !NOT_HELD.contains(session.state())
                    && inTraining(session.slot().day())) {
                outcomes.add(outcome(verdict, session));
            }
        }
        outcomes.sort(Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId));
        return outcomes;
    }

    private boolean inTraining(LocalDate day) {
        for (Period stretch : outside) {
            if (stretch.holds(day)) {
                return false;
            }
        }
        return true;
    }

    private SessionOutcome outcome(VerdictRow verdict, SessionRow session) {
        CaseRow absence = cases.get(session.id());
        return new SessionOutcome(
                new SessionOutcome.Session(
                        session.id(),
                        session.title(),
                        session.module().title(),
                        session.modality(),
                        session.slot().startsAt(),
                        session.slot().day(),
                        session.slot().halfDay()),
                verdict.status(),
                absence == null ? null : absence.state(),
                new SessionOutcome.Minutes(verdict.taught(), verdict.observed(), verdict.late(), verdict.early()),
                !NOT_KNOWN.contains(verdict.status()) && batch.closed(session),
                new Details(
                        session.slot().endsAt(),
                        session.module().code(),
                        session.site(),
                        absence == null ? null : absence.reason(),
                        absence == null ? null : absence.underReviewSince(),
                        verdict.credited(),
                        unsignedBy(verdict, session)));
    }

    /** A sheet is asked for in a room, and wherever somebody began to sign one. */
    private Set<String> unsignedBy(VerdictRow verdict, SessionRow session) {
        boolean recent = !session.slot().endsAt().isAfter(batch.at())
                && session.slot().endsAt().plus(LearnerFactsLoader.SHEETS).isAfter(batch.at());
        if (!recent || verdict.status().equals(AttendanceQueries.AWAITED)) {
            return Set.of();
        }
        boolean trainer = batch.attended().signatures().byTrainer().contains(session.id());
        Set<UUID> signed = batch.attended().signatures().byLearner().getOrDefault(session.id(), Set.of());
        if (!session.modality().equals("IN_PERSON") && !trainer && signed.isEmpty()) {
            return Set.of();
        }
        boolean owes = THERE.contains(verdict.status()) && !signed.contains(learner.id());
        return trainer ? owes ? Set.of("LEARNER") : Set.of() : owes ? Set.of("LEARNER", "TRAINER") : Set.of("TRAINER");
    }

    private List<Work> work() {
        if (group == null) {
            return List.of();
        }
        List<RequirementRow> required = batch.distance().requirements().getOrDefault(group.id(), List.of());
        if (required.isEmpty()) {
            return List.of();
        }
        var results = batch.distance().results().getOrDefault(learner.id(), Map.of());
        var work = new ArrayList<Work>(required.size());
        for (RequirementRow one : required) {
            work.add(new Work(
                    one.title(),
                    one.module(),
                    one.evaluation(),
                    one.minutes(),
                    one.dueOn(),
                    one.state(results.get(one.activity()))));
        }
        return work;
    }

    private Course course(List<Work> work, Connections connections) {
        var plan = new LearnerOutlook(learner, batch, enrolment, this::inTraining);
        return new Course(
                group == null ? null : group.programme(),
                group == null ? null : group.site(),
                new Course.Away(
                        outside.stream()
                                .filter(stretch -> stretch.holds(today))
                                .findFirst()
                                .map(Period::kind)
                                .orElse(null),
                        nextChange()),
                enrolment == null ? null : enrolment.accommodations(),
                plan.fundings(credited(), achieved(work)),
                new Course.Plan(
                        plan.minutes(LocalDate.MIN, LocalDate.MAX),
                        group == null
                                ? List.of()
                                : batch.distance().modules().getOrDefault(group.programmeId(), List.of())),
                plan.trainerAbsences(),
                new Course.Distance(work, connections.days()));
    }

    private @Nullable LocalDate nextChange() {
        LocalDate next = null;
        for (Period stretch : outside) {
            LocalDate to = stretch.to();
            LocalDate over = to == null ? null : to.plusDays(1);
            LocalDate change = stretch.from().isAfter(today) ? stretch.from() : over;
            if (change != null && change.isAfter(today) && (next == null || change.isBefore(next))) {
                next = change;
            }
        }
        return next;
    }
}
