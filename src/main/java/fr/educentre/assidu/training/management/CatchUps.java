package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Catch-up sessions (rattrapages): in place of a missed one. They count their hours in their own slot and add nothing to a
 * denominator; the absence that they make up for stays.
 */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class CatchUps {

    /** Of sessions offered at once. */
    private static final int MOST = 50;

    private final RecordTools tools;
    private final SessionRecords records;
    private final SessionPlanning planning;
    private final Sessions sessions;

    CatchUps(RecordTools tools, SessionRecords records, SessionPlanning planning, Sessions sessions) {
        this.tools = tools;
        this.records = records;
        this.planning = planning;
        this.sessions = sessions;
    }

    /**
     * Plans it.
     *
     * @param newId key of a session of its own; a repeat with the same plans nothing twice
     * @return the key of the session in which they make up for the missed one
     * @throws Refusal NOT_FOUND, CONFLICT where they are expected there anyway
     * @throws InvalidContent naming each field to mend
     */
    @Transactional
    public UUID plan(UUID missedId, UUID newId, NewCatchUp catchUp) {
        List<FieldProblem> problems = tools.checks().problems(catchUp);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        UUID learner = catchUp.learnerId();
        if (!expected(missedId, learner)) {
            throw new InvalidContent("learnerId", "check.catchUp.notExpected");
        }
        UUID joined = catchUp.sessionId();
        SessionContent planned = catchUp.planned();
        if (joined != null) {
            requireToCome(sessions.get(joined), missedId);
            if (expected(joined, learner)) {
                throw new Refusal(Refusal.Kind.CONFLICT, "refusal.catchUp.expected");
            }
            planning.addCatchUp(joined, learner, missedId);
            return joined;
        }
        if (planned == null) {
            throw new InvalidContent("sessionId", "check.NotNull");
        }
        if (tools.missing(tools.sql().sql("select count(*) from training_session where id = :id"), newId)) {
            records.add(newId, planned);
            records.session(newId).makeUpFor(missedId);
            tools.entities().flush();
            planning.addCatchUp(newId, learner, missedId);
        }
        return newId;
    }

    /**
     * They make up for nothing there any more; a session planned for them alone is not held.
     *
     * @param reason why, for those who read of it later
     */
    @Transactional
    public void withdraw(UUID sessionId, UUID learnerId, String reason) {
        planning.removeParticipant(sessionId, learnerId, reason);
        boolean alone = records.session(sessionId).madeUpFor() != null;
        if (alone && sessions.expected(sessionId).isEmpty()) {
            planning.cancel(sessionId, new NotHeld(reason, null, null));
        }
    }

    /** Sessions to come that a learner may join in place of that one: of its programme, those of its module first. */
    @Transactional(readOnly = true)
    public List<SessionInfo> candidates(UUID missedId, UUID learnerId) {
        List<UUID> ids = tools.sql()
                .sql("""
                        select s.id from training_session s
                          join learner_group g on g.id = s.group_id
                          join training_session missed on missed.id = :missed
                          join learner_group own on own.id = missed.group_id and own.programme_id = g.programme_id
                         where s.starts_at > :now and s.stored_state = 'PLANNED' and s.id <> :missed
                           and not exists (select 1 from session_expected x
                                            where x.session_id = s.id and x.learner_id = :learner)
                         order by (s.module_id is not distinct from missed.module_id) desc, s.starts_at, s.id
                         limit :most
                        """)
                .param("missed", missedId)
                .param("learner", learnerId)
                .param("now", Arguments.utc(tools.clock().instant()))
                .param("most", MOST)
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
        var found = sessions.byIds(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private void requireToCome(SessionInfo joined, UUID missedId) {
        if (joined.id().equals(missedId)
                || !joined.startsAt().isAfter(tools.clock().instant())) {
            throw new InvalidContent("sessionId", "check.catchUp.past");
        }
    }

    private boolean expected(UUID sessionId, UUID learnerId) {
        sessions.get(sessionId);
        return sessions.expected(sessionId).stream()
                .anyMatch(one -> one.learner().id().equals(learnerId));
    }
}
