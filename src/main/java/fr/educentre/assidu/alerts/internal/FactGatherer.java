package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.OpenRelaunches;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
class FactGatherer {

    /** Further back, no window of the vocabulary reaches. */
    private static final int HISTORY_DAYS = 400;

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    private final Learners learners;
    private final Groups groups;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Attendance attendance;
    private final AbsenceCases cases;
    private final Progress progress;
    private final ObjectProvider<OpenRelaunches> relaunches;

    FactGatherer(
            Learners learners,
            Groups groups,
            Enrolments enrolments,
            Sessions sessions,
            Attendance attendance,
            AbsenceCases cases,
            Progress progress,
            ObjectProvider<OpenRelaunches> relaunches) {
        this.learners = learners;
        this.groups = groups;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.attendance = attendance;
        this.cases = cases;
        this.progress = progress;
        this.relaunches = relaunches;
    }

    /** Everything read for a batch of learners. */
    private record Batch(
            Instant at,
            Map<UUID, GroupInfo> groups,
            Map<UUID, List<OutsidePeriod>> outside,
            Map<UUID, List<EnrolmentInfo>> enrolments,
            Map<UUID, List<Verdict>> verdicts,
            Map<UUID, SessionInfo> sessions,
            Map<UUID, Instant> closed,
            Map<UUID, List<AbsenceCase>> cases,
            Map<UUID, Progress.ActivitySituation> situations,
            Set<UUID> relaunched) {}

    /** In the order of the ids; unknown learners are left out. */
    List<LearnerFacts> gather(Collection<UUID> learnerIds, Instant at) {
        var known = learners.byIds(learnerIds);
        return gather(learnerIds, known, read(known.keySet(), at));
    }

    /** The facts as they were known at a past instant: what was corrected later is not. No relaunch runs in them. */
    List<LearnerFacts> gatherAsKnown(Collection<UUID> learnerIds, Instant at) {
        var known = learners.byIds(learnerIds);
        return gather(learnerIds, known, readAsKnown(known.keySet(), at));
    }

    private static List<LearnerFacts> gather(Collection<UUID> learnerIds, Map<UUID, LearnerInfo> known, Batch batch) {
        var facts = new ArrayList<LearnerFacts>();
        for (UUID id : learnerIds) {
            LearnerInfo learner = known.get(id);
            if (learner != null) {
                facts.add(facts(learner, batch));
            }
        }
        return facts;
    }

    private Batch read(Set<UUID> ids, Instant at) {
        LocalDate today = at.atZone(DEFAULT_ZONE).toLocalDate();
        var byLearner = groups.groupsOf(ids, today);
        var groupIds = byLearner.values().stream().map(GroupInfo::id).collect(Collectors.toSet());
        var verdicts = attendance.ofLearners(ids, today.minusDays(HISTORY_DAYS), today.plusDays(1));
        var sessionIds = new HashSet<UUID>();
        verdicts.values().forEach(list -> list.forEach(verdict -> sessionIds.add(verdict.sessionId())));
        var provider = relaunches.getIfAvailable();
        var found = sessions.byIds(sessionIds);
        var closed = new HashMap<UUID, Instant>();
        found.values().stream()
                .filter(session -> session.state() == SessionState.CLOSED)
                .forEach(session -> closed.put(session.id(), at));
        return new Batch(
                at,
                byLearner,
                groups.outsidePeriods(groupIds),
                enrolments.ofLearners(ids),
                verdicts,
                found,
                closed,
                cases.ofLearners(ids),
                progress.situations(ids),
                provider == null ? Set.of() : provider.among(ids));
    }

    private Batch readAsKnown(Set<UUID> ids, Instant at) {
        LocalDate day = at.atZone(DEFAULT_ZONE).toLocalDate();
        var byLearner = groups.groupsOf(ids, day);
        var groupIds = byLearner.values().stream().map(GroupInfo::id).collect(Collectors.toSet());
        var verdicts = attendance.ofLearnersAsKnownAt(ids, day.minusDays(HISTORY_DAYS), day.plusDays(1), at);
        var sessionIds = new HashSet<UUID>();
        verdicts.values().forEach(list -> list.forEach(verdict -> sessionIds.add(verdict.sessionId())));
        return new Batch(
                at,
                byLearner,
                groups.outsidePeriods(groupIds),
                enrolments.ofLearners(ids),
                verdicts,
                sessions.byIds(sessionIds),
                sessions.closedAt(sessionIds),
                cases.ofLearnersAsKnownAt(ids, at),
                progress.situationsAt(ids, at),
                Set.of());
    }

    private static LearnerFacts facts(LearnerInfo learner, Batch batch) {
        UUID id = learner.id();
        GroupInfo group = batch.groups().get(id);
        ZoneId zone = group == null ? DEFAULT_ZONE : group.zone();
        LocalDate today = batch.at().atZone(zone).toLocalDate();
        EnrolmentInfo enrolment = current(batch.enrolments().getOrDefault(id, List.of()), today);
        var situation = batch.situations().get(id);
        var absences = new HashMap<UUID, AbsenceCase>();
        batch.cases().getOrDefault(id, List.of()).forEach(c -> absences.put(c.sessionId(), c));
        List<OutsidePeriod> outside =
                group == null ? List.of() : batch.outside().getOrDefault(group.id(), List.of());
        var verdicts = batch.verdicts().getOrDefault(id, List.of());
        return new LearnerFacts(
                id,
                learner.name(),
                group == null ? null : group.id(),
                group == null ? null : group.code(),
                zone,
                today,
                funders(enrolment),
                enrolment != null && enrolment.apprenticeship(),
                learner.minorOn(today),
                batch.relaunched().contains(id),
                absences.values().stream().anyMatch(c -> c.state() == JustificationState.UNDER_REVIEW),
                enrolment == null ? 0 : enrolment.agreedMinutes(),
                verdicts.stream().mapToInt(Verdict::creditedMinutes).sum(),
                outcomes(verdicts, batch, absences, outside),
                situation == null ? null : situation.lastActivityAt(),
                situation == null ? null : situation.nextDueAt(),
                enrolment == null ? null : enrolment.startsOn());
    }

    private static @Nullable EnrolmentInfo current(List<EnrolmentInfo> enrolments, LocalDate today) {
        return enrolments.stream()
                .filter(e -> !e.startsOn().isAfter(today))
                .max(Comparator.comparing((EnrolmentInfo e) -> !e.endsOn().isBefore(today))
                        .thenComparing(EnrolmentInfo::startsOn)
                        .thenComparing(EnrolmentInfo::id))
                .orElse(null);
    }

    private static Set<String> funders(@Nullable EnrolmentInfo enrolment) {
        var funders = new HashSet<String>();
        if (enrolment != null) {
            enrolment.fundings().forEach(funding -> {
                funders.add(funding.funderCode());
                funders.add(funding.funderKind().name());
            });
        }
        return Set.copyOf(funders);
    }

    private static List<SessionOutcome> outcomes(
            List<Verdict> verdicts, Batch batch, Map<UUID, AbsenceCase> absences, List<OutsidePeriod> outside) {
        var outcomes = new ArrayList<SessionOutcome>();
        for (Verdict verdict : verdicts) {
            SessionInfo session = batch.sessions().get(verdict.sessionId());
            if (session != null && counts(session, outside)) {
                Instant closed = batch.closed().get(session.id());
                outcomes.add(outcome(
                        verdict, session, closed != null && !closed.isAfter(batch.at()), absences.get(session.id())));
            }
        }
        outcomes.sort(Comparator.comparing(SessionOutcome::startsAt).thenComparing(SessionOutcome::sessionId));
        return List.copyOf(outcomes);
    }

    private static boolean counts(SessionInfo session, List<OutsidePeriod> outside) {
        LocalDate day = session.startsAt().atZone(session.zone()).toLocalDate();
        return session.state() != SessionState.CANCELLED
                && session.state() != SessionState.POSTPONED
                && outside.stream().noneMatch(p -> !day.isBefore(p.from()) && !day.isAfter(p.to()));
    }

    private static SessionOutcome outcome(
            Verdict verdict, SessionInfo session, boolean closed, @Nullable AbsenceCase absence) {
        boolean known =
                verdict.status() != AttendanceStatus.AWAITING_DATA && verdict.status() != AttendanceStatus.EXEMPT;
        return new SessionOutcome(
                session.id(),
                session.title(),
                session.moduleTitle(),
                session.modality().name(),
                session.startsAt(),
                session.startsAt().atZone(session.zone()).toLocalDate(),
                session.halfDay(),
                verdict.status().name(),
                absence == null ? null : absence.state().name(),
                verdict.taughtMinutes(),
                verdict.observedMinutes(),
                verdict.lateMinutes(),
                verdict.earlyMinutes(),
                known && closed);
    }
}
