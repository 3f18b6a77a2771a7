package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.CentreSetup.Unheld.CausedBy;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.Sessions.ExpectedChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to sessions that are planned: not held, held later, with somebody more or less. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class SessionPlanning {

    private static final String SUBJECT = "session";

    private final RecordTools tools;
    private final SessionRecords sessions;
    private final SessionChecks checks;
    private final Sessions states;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionPlanning(
            RecordTools tools,
            SessionRecords sessions,
            SessionChecks checks,
            Sessions states,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tools = tools;
        this.states = states;
        this.sessions = sessions;
        this.checks = checks;
        this.events = events;
        this.clock = clock;
    }

    /** It is not held: it counts nowhere and relaunches nobody. */
    @Transactional
    public void cancel(UUID id, NotHeld why) {
        check(why);
        TrainingSession session = sessions.requirePlanned(id);
        session.unheld("CANCELLED", why.reason(), causedBy(why), null);
        tools.entities().flush();
        record("cancelled", id, Map.of("reason", why.reason(), "causedBy", causedBy(why)));
        changed(id);
    }

    /**
     * It is held on another slot, as long as before, in a session of its own.
     *
     * @param newId of that session
     */
    @Transactional
    public void postpone(UUID id, UUID newId, NotHeld why) {
        check(why);
        if (!tools.missing(tools.sql().sql("select count(*) from training_session where id = :id"), newId)) {
            tools.repeats().requireSame(newId, why);
            return;
        }
        TrainingSession session = sessions.requirePlanned(id);
        String start = why.newStartsAt();
        if (start == null) {
            throw new InvalidContent("newStartsAt", "check.NotNull");
        }
        checks.problem("newStartsAt", start, session.zone()).ifPresent(problem -> {
            throw new InvalidContent(List.of(problem));
        });
        Instant moved = SiteTime.read(start, session.zone()).orElseThrow();
        sessions.add(newId, session.movedTo(moved));
        UUID missed = session.madeUpFor();
        if (missed != null) {
            sessions.session(newId).makeUpFor(missed);
        }
        takeAlong(id, newId);
        session.unheld("POSTPONED", why.reason(), causedBy(why), newId);
        tools.entities().flush();
        record(
                "postponed",
                id,
                Map.of("reason", why.reason(), "causedBy", causedBy(why), "newStartsAt", moved.toString()));
        tools.repeats().remember(newId, why);
        changed(id);
    }

    /**
     * It is held on its slot after all. What it was postponed to goes, as long as nothing is known of it.
     *
     * @throws Refusal CONFLICT where it is held anyway, or the other session has begun
     */
    @Transactional
    public void restore(UUID id) {
        TrainingSession session = sessions.session(id);
        if (!session.isUnheld()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.held");
        }
        UUID other = session.heldInstead();
        session.held();
        tools.entities().flush();
        if (other != null) {
            tools.sql()
                    .sql("delete from session_participant where session_id = :other")
                    .param("other", other)
                    .update();
            sessions.remove(other);
        }
        record("restored", id, Map.of());
        changed(id);
    }

    /** Opens a closed session again: what was final is no longer. */
    @Transactional
    public void reopen(UUID id, Reopening why) {
        check(why);
        states.reopen(id, why.reason());
    }

    /** Somebody else gives it; who was planned stays known. */
    @Transactional
    public void replaceTrainer(UUID id, ReplacedTrainer by) {
        check(by);
        if (tools.missing(tools.sql().sql("select count(*) from trainer where id = :id"), by.trainerId())) {
            throw new InvalidContent("trainerId", "check.unknown");
        }
        TrainingSession session = sessions.requirePlanned(id);
        UUID before = session.givenBy();
        if (before.equals(by.trainerId())) {
            return;
        }
        session.replaceTrainer(by.trainerId());
        tools.entities().flush();
        tools.journal()
                .record(JournalRecord.of("session.trainerReplaced", SUBJECT, id.toString())
                        .before(Map.of("trainer", before.toString()))
                        .after(Map.of("trainer", by.trainerId().toString(), "reason", String.valueOf(by.reason()))));
    }

    /** Who was added or taken out is so in the other session too. */
    private void takeAlong(UUID id, UUID newId) {
        tools.sql()
                .sql(
                        "insert into session_participant (id, session_id, learner_id, kind, reason, makes_up_for_id, recorded_at,"
                                + " recorded_by) select gen_random_uuid(), :new, learner_id, kind, reason, makes_up_for_id,"
                                + " recorded_at, recorded_by"
                                + " from session_participant where session_id = :id and withdrawn_at is null")
                .param("new", newId)
                .param("id", id)
                .update();
    }

    /** Somebody more is expected: half of a group, an option, a catch-up for an absence. */
    @Transactional
    public void addParticipant(UUID id, UUID learnerId, @Nullable String reason) {
        participant(id, learnerId, new Part("ADDED", reason, null));
    }

    /** Somebody is expected in place of a session that they missed. */
    void addCatchUp(UUID id, UUID learnerId, UUID missedId) {
        participant(id, learnerId, new Part("ADDED", null, missedId));
    }

    /**
     * That somebody is expected beside the group, or is not.
     *
     * @param madeUpFor the session that they missed
     */
    private record Part(
            String kind, @Nullable String reason, @Nullable UUID madeUpFor) {

        boolean added() {
            return "ADDED".equals(kind);
        }
    }

    /** Somebody of the group is not expected. */
    @Transactional
    public void removeParticipant(UUID id, UUID learnerId, @Nullable String reason) {
        participant(id, learnerId, new Part("REMOVED", reason, null));
    }

    private void participant(UUID id, UUID learnerId, Part part) {
        sessions.requirePlanned(id);
        if (tools.missing(tools.sql().sql("select count(*) from learner where id = :id"), learnerId)) {
            throw Refusal.notFound("learner");
        }
        tools.sql()
                .sql(
                        "update session_participant set withdrawn_at = :at where session_id = :session and learner_id = :learner"
                                + " and kind <> :kind and withdrawn_at is null")
                .param("at", Arguments.utc(clock.instant()))
                .param("session", id)
                .param("learner", learnerId)
                .param("kind", part.kind())
                .update();
        int added = tools.sql()
                .sql("""
                        insert into session_participant (id, session_id, learner_id, kind, reason, makes_up_for_id,
                                                         recorded_at, recorded_by)
                        select :id, :session, :learner, :kind, :reason, cast(:missed as uuid), :at, :by
                         where not exists (select 1 from session_participant where session_id = :session
                                              and learner_id = :learner and kind = :kind and withdrawn_at is null)
                        """)
                .param("id", TimeOrderedId.next())
                .param("session", id)
                .param("learner", learnerId)
                .param("kind", part.kind())
                .param("reason", part.reason())
                .param("missed", part.madeUpFor())
                .param("at", Arguments.utc(clock.instant()))
                .param("by", tools.journal().author())
                .update();
        if (added > 0) {
            tools.journal()
                    .record(JournalRecord.of(
                                    "session.participant" + (part.added() ? "Added" : "Removed"),
                                    SUBJECT,
                                    id.toString())
                            .learner(learnerId)
                            .after(Map.of("learner", learnerId.toString())));
            changed(id);
        }
    }

    private void check(Object given) {
        List<FieldProblem> problems = tools.checks().problems(given);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    private static String causedBy(NotHeld why) {
        return (why.causedBy() == null ? CausedBy.CENTRE : why.causedBy()).name();
    }

    private void changed(UUID id) {
        events.publishEvent(new ExpectedChanged(Set.of(id)));
    }

    private void record(String action, UUID id, Map<String, Object> after) {
        tools.journal()
                .record(JournalRecord.of(SUBJECT + '.' + action, SUBJECT, id.toString())
                        .after(after));
    }
}
