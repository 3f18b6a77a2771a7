package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
    private final AttendanceRows rows;
    private final SessionDiscordances discordances;
    private final DecisionRequests decisions;
    private final ManualMarking marking;
    private final SessionDocuments documents;
    private final Clock clock;

    StoredAttendance(
            Sessions sessions,
            VerdictStore verdicts,
            AttendanceRows rows,
            SessionDiscordances discordances,
            DecisionRequests decisions,
            ManualMarking marking,
            SessionDocuments documents,
            Clock clock) {
        this.sessions = sessions;
        this.verdicts = verdicts;
        this.rows = rows;
        this.discordances = discordances;
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
        return rows.of(sessionIds);
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
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
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
    public boolean takesMarks(SessionInfo session) {
        return marking.takesMarks(session);
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
        return discordances.of(sessionId);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public UUID addDocument(UUID sessionId, String fileName, byte[] bytes) {
        Actor actor = marking.writer(sessionId);
        marking.requireTaken(sessions.get(sessionId));
        return documents.add(sessionId, fileName, bytes, actor);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public CorrectionDocument document(UUID sessionId, UUID documentId) {
        return documents.open(sessionId, documentId, marking.writer(sessionId));
    }
}
