package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredAttendance implements Attendance {

    private final Sessions sessions;
    private final VerdictStore verdicts;
    private final AbsenceCaseStore cases;
    private final AttendanceFactsLoader gathering;
    private final PresenceRules rules;
    private final DecisionRequests decisions;
    private final ManualMarking marking;
    private final SessionDocuments documents;
    private final Clock clock;

    StoredAttendance(
            Sessions sessions,
            VerdictStore verdicts,
            AbsenceCaseStore cases,
            AttendanceFactsLoader gathering,
            PresenceRules rules,
            DecisionRequests decisions,
            ManualMarking marking,
            SessionDocuments documents,
            Clock clock) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.cases = cases;
        this.gathering = gathering;
        this.rules = rules;
        this.decisions = decisions;
        this.marking = marking;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public List<Row> ofSession(UUID sessionId) {
        return ofSessions(List.of(sessionId)).getOrDefault(sessionId, List.of());
    }

    @Override
    public Map<UUID, List<Row>> ofSessions(Collection<UUID> sessionIds) {
        Map<UUID, SessionInfo> found = sessions.byIds(sessionIds);
        if (found.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<ExpectedLearner>> expected = sessions.expected(found.keySet());
        Map<String, Verdict> current = new HashMap<>();
        verdicts.current(found.values())
                .forEach(v -> current.put(
                        VerdictStore.key(v.subject().sessionId(), v.subject().learnerId()), v));
        Map<String, AbsenceCase> open = new HashMap<>();
        cases.ofSessions(found.keySet())
                .forEach(c -> open.put(VerdictStore.key(c.missed().sessionId(), c.learnerId()), c));
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        for (UUID id : sessionIds) {
            SessionInfo session = found.get(id);
            if (session != null) {
                rows.put(
                        id,
                        expected.getOrDefault(id, List.of()).stream()
                                .map(one -> row(session, one, current, open))
                                .toList());
            }
        }
        return rows;
    }

    private static Row row(
            SessionInfo session,
            ExpectedLearner expected,
            Map<String, Verdict> current,
            Map<String, AbsenceCase> open) {
        String key = VerdictStore.key(session.id(), expected.learner().id());
        Verdict verdict = current.get(key);
        AbsenceCase absence = open.get(key);
        return new Row(
                session.id(),
                new Row.Learner(
                        expected.learner().id(),
                        expected.learner().name(),
                        expected.learner().firstName(),
                        expected.learner().lastName(),
                        verdict == null
                                ? expected.enrolmentId()
                                : verdict.subject().enrolmentId()),
                verdict == null ? AttendanceStatus.AWAITING_DATA : verdict.status(),
                absence == null ? null : absence.state(),
                verdict == null ? session.taughtMinutes() : verdict.minutes().taught(),
                verdict);
    }

    @Override
    public Map<UUID, List<Verdict>> ofLearners(Collection<UUID> learnerIds, LocalDate from, LocalDate to) {
        return byLearner(learnerIds, from, to, null);
    }

    @Override
    public Map<UUID, List<Verdict>> ofLearnersAsKnownAt(
            Collection<UUID> learnerIds, LocalDate from, LocalDate to, Instant knownAt) {
        return byLearner(learnerIds, from, to, knownAt);
    }

    private Map<UUID, List<Verdict>> byLearner(
            Collection<UUID> learnerIds, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        return learnerIds.isEmpty()
                ? Map.of()
                : verdicts.ofLearners(learnerIds, from, to, knownAt).stream()
                        .collect(Collectors.groupingBy(one -> one.subject().learnerId()));
    }

    @Override
    public List<Verdict> history(UUID sessionId, UUID learnerId) {
        return verdicts.history(sessions.get(sessionId), learnerId);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public void sourceComplete(UUID sessionId) {
        sessions.markDataComplete(sessionId, clock.instant());
        decisions.ofSessions(List.of(sessionId));
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void mark(UUID sessionId, UUID learnerId, Mark mark) {
        marking.mark(sessionId, learnerId, mark);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void mark(UUID sessionId, Collection<UUID> learnerIds, Mark mark) {
        learnerIds.forEach(learnerId -> marking.mark(sessionId, learnerId, mark));
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void takeBack(UUID sessionId, UUID learnerId) {
        marking.takeBack(sessionId, learnerId);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public void close(UUID sessionId) {
        Actor actor = marking.writer(sessionId);
        sessions.close(sessionId, actor.displayName());
    }

    @Override
    public Map<UUID, Set<Discordance>> discordances(UUID sessionId) {
        Instant now = clock.instant();
        Map<UUID, Set<Discordance>> found = new HashMap<>();
        for (AttendanceFactsLoader.Situation situation : gathering
                .of(List.of(sessionId), session -> now, rules.inForce())
                .situations()) {
            Set<Discordance> some = Discordances.of(situation, situation.traced());
            if (!some.isEmpty()) {
                found.put(situation.learnerId(), some);
            }
        }
        return found;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public UUID addDocument(UUID sessionId, String fileName, byte[] bytes) {
        return documents.add(sessionId, fileName, bytes, marking.writer(sessionId));
    }
}
