package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.OpenRelaunches;
import fr.educentre.assidu.alerts.internal.ActivityQueries.Connections;
import fr.educentre.assidu.alerts.internal.ActivityQueries.RequirementRow;
import fr.educentre.assidu.alerts.internal.ActivityQueries.ResultRow;
import fr.educentre.assidu.alerts.internal.ActivityQueries.Signatures;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.CaseRow;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.Moment;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.SessionRow;
import fr.educentre.assidu.alerts.internal.AttendanceQueries.VerdictRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.Adjustments;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.EnrolmentRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.GroupRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.LearnerRow;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.Period;
import fr.educentre.assidu.alerts.internal.EnrolmentQueries.PlannedRow;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Facts of many learners in a bounded number of statements, whatever their number. */
@Component
class LearnerFactsLoader {

    /** Further back, no sliding window of the vocabulary reaches. */
    static final int HISTORY_DAYS = 400;

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");
    /** A sheet that is older is looked at by the conformity check. */
    static final Duration SHEETS = Duration.ofDays(31);

    private final AttendanceQueries outcomes;
    private final EnrolmentQueries courses;
    private final ActivityQueries work;
    private final ObjectProvider<OpenRelaunches> relaunches;

    LearnerFactsLoader(
            AttendanceQueries outcomes,
            EnrolmentQueries courses,
            ActivityQueries work,
            ObjectProvider<OpenRelaunches> relaunches) {
        this.outcomes = outcomes;
        this.courses = courses;
        this.work = work;
        this.relaunches = relaunches;
    }

    /** Everything read for a batch of learners. */
    record Batch(
            Moment moment,
            LocalDate since,
            Map<UUID, LearnerRow> learners,
            Enrolled enrolled,
            Credited credited,
            Attended attended,
            Distance distance,
            Set<UUID> relaunched) {

        /** What was agreed, and when the learners are away. */
        record Enrolled(
                Map<UUID, List<EnrolmentRow>> enrolments,
                Map<UUID, List<Period>> interruptions,
                Map<UUID, List<Period>> outside,
                Adjustments adjustments) {}

        /** Minutes charged. */
        record Credited(Map<UUID, Integer> before, Map<UUID, Integer> byFunding) {}

        /** What became of their sessions. */
        record Attended(
                Map<UUID, List<VerdictRow>> verdicts,
                Map<UUID, SessionRow> sessions,
                Map<UUID, Map<UUID, CaseRow>> cases,
                Map<UUID, List<PlannedRow>> planned,
                Signatures signatures) {}

        /** What they do at a distance. */
        record Distance(
                Map<UUID, List<ModulePlan>> modules,
                Map<UUID, List<RequirementRow>> requirements,
                Map<UUID, Map<String, ResultRow>> results,
                Map<UUID, Connections> connections) {}

        Instant at() {
            return moment.at();
        }

        boolean closed(SessionRow session) {
            Instant closed = session.closedAt();
            return session.state().equals("CLOSED")
                    && (!moment.past() || closed != null && !closed.isAfter(moment.at()));
        }

        ZoneId zone(@Nullable GroupRow group) {
            return group == null ? DEFAULT_ZONE : group.zone();
        }
    }

    /** In the order of the ids; unknown learners are left out. */
    List<LearnerFacts> load(Collection<UUID> learnerIds, Instant at) {
        return load(learnerIds, new Moment(at, false));
    }

    /** The facts as they were known at a past instant: what was corrected later is not. No relaunch runs in them. */
    List<LearnerFacts> loadAsKnown(Collection<UUID> learnerIds, Instant at) {
        return load(learnerIds, new Moment(at, true));
    }

    private List<LearnerFacts> load(Collection<UUID> learnerIds, Moment moment) {
        var batch = read(learnerIds, moment);
        var facts = new ArrayList<LearnerFacts>(learnerIds.size());
        for (UUID id : learnerIds) {
            LearnerRow learner = batch.learners().get(id);
            if (learner != null) {
                facts.add(new LearnerFactsBuilder(learner, batch).facts());
            }
        }
        return facts;
    }

    private Batch read(Collection<UUID> ids, Moment moment) {
        LocalDate today = moment.at().atZone(DEFAULT_ZONE).toLocalDate();
        LocalDate since = today.minusDays(HISTORY_DAYS);
        var learners = courses.learners(ids, today);
        var groups = new HashMap<UUID, GroupRow>();
        learners.values().forEach(learner -> {
            GroupRow group = learner.group();
            if (group != null) {
                groups.put(group.id(), group);
            }
        });
        var programmes = groups.values().stream().map(GroupRow::programmeId).collect(Collectors.toSet());
        var enrolments = courses.enrolments(ids);
        var verdicts = outcomes.verdicts(ids, since, today.plusDays(1), moment);
        outcomes.addAwaited(verdicts, ids, moment);
        var sessions = outcomes.sessions(verdicts);
        var provider = relaunches.getIfAvailable();
        return new Batch(
                moment,
                since,
                learners,
                new Batch.Enrolled(
                        enrolments,
                        courses.interruptions(ids, moment.at()),
                        courses.outside(groups.keySet()),
                        courses.adjustments(ids, moment.at())),
                new Batch.Credited(
                        outcomes.creditedBefore(longer(enrolments, since), since, moment),
                        outcomes.creditedByFunding(shared(enrolments), today.plusDays(2), moment)),
                new Batch.Attended(
                        verdicts,
                        sessions,
                        outcomes.cases(ids, moment),
                        courses.planned(groups.keySet(), moment.at(), since),
                        work.signatures(recent(sessions, moment.at()), moment.at())),
                new Batch.Distance(
                        courses.modules(programmes),
                        work.requirements(groups.keySet()),
                        work.results(ids, moment),
                        work.connections(ids, moment)),
                moment.past() || provider == null ? Set.of() : provider.among(ids));
    }

    private static Set<UUID> longer(Map<UUID, List<EnrolmentRow>> enrolments, LocalDate since) {
        return ids(enrolments, enrolment -> enrolment.startsOn().isBefore(since));
    }

    private static Set<UUID> shared(Map<UUID, List<EnrolmentRow>> enrolments) {
        return ids(enrolments, enrolment -> enrolment.fundings().size() > 1);
    }

    private static Set<UUID> ids(
            Map<UUID, List<EnrolmentRow>> enrolments, java.util.function.Predicate<EnrolmentRow> which) {
        var ids = new HashSet<UUID>();
        enrolments.values().forEach(each -> each.stream().filter(which).forEach(one -> ids.add(one.id())));
        return ids;
    }

    private static Set<UUID> recent(Map<UUID, SessionRow> sessions, Instant at) {
        var ids = new HashSet<UUID>();
        for (SessionRow session : sessions.values()) {
            if (session.slot().endsAt().isAfter(at.minus(SHEETS))
                    && !session.slot().endsAt().isAfter(at)) {
                ids.add(session.id());
            }
        }
        return ids;
    }
}
