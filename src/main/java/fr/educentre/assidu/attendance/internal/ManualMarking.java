package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's mark: checked, then kept as a trace, from which the verdict follows like from any other. */
@Component
class ManualMarking {

    private final Sessions sessions;
    private final MarkRecorder recorder;
    private final VerdictStore verdicts;
    private final SessionDocuments documents;
    private final CurrentActor currentActor;
    private final Ownership ownership;
    private final Journal journal;
    private final Clock clock;

    ManualMarking(
            Sessions sessions,
            MarkRecorder recorder,
            VerdictStore verdicts,
            SessionDocuments documents,
            CurrentActor currentActor,
            Ownership ownership,
            Journal journal,
            Clock clock) {
        this.sessions = sessions;
        this.recorder = recorder;
        this.verdicts = verdicts;
        this.documents = documents;
        this.currentActor = currentActor;
        this.ownership = ownership;
        this.journal = journal;
        this.clock = clock;
    }

    void mark(UUID sessionId, UUID learnerId, Mark mark) {
        mark(sessionId, learnerId, mark, MarkTime.now(clock.instant()));
    }

    /** @return false where it adds nothing to what the same person said last */
    boolean mark(UUID sessionId, UUID learnerId, Mark mark, MarkTime time) {
        Actor actor = writer(sessionId);
        // Of two who mark at one moment, the second sees what the first said.
        verdicts.lock(List.of(sessionId));
        SessionInfo session = sessions.get(sessionId);
        ExpectedLearner learner = expected(sessionId, learnerId);
        Verdict before = current(session, learnerId);
        check(session, mark, before);
        Trace opposed = recorder.opposed(session, learnerId, mark, actor).orElse(null);
        if (opposed != null && unseen(session, learnerId, mark, opposed)) {
            throw recorder.contradiction(opposed, session);
        }
        if (!recorder.keep(session, learner, mark, mark.status().name(), actor, time)) {
            return false;
        }
        journal(
                actor,
                mark.reason() == null ? "attendance.marked" : "attendance.corrected",
                session,
                learnerId,
                before,
                mark,
                opposed);
        return true;
    }

    /** No version that the author of the mark can have looked at rests on what was said. */
    private boolean unseen(SessionInfo session, UUID learnerId, Mark mark, Trace said) {
        Integer seen = mark.seen();
        if (seen == null) {
            return false;
        }
        List<Verdict> versions = verdicts.history(session, learnerId);
        if (!versions.isEmpty() && seen > versions.getLast().version().number()) {
            throw Refusal.invalid(
                    "refusal.attendance.versionUnknown",
                    seen,
                    versions.getLast().version().number());
        }
        List<Verdict> looked = versions.stream()
                .filter(version -> version.version().number() <= seen)
                .toList();
        // Someone who says the same as what was retained already makes no new version: it has been seen all the same.
        boolean same = !looked.isEmpty()
                && looked.getLast().status().name().equals(said.payload().get("status"));
        return !same
                && looked.stream()
                        .noneMatch(version -> version.proof().evidence().contains(said.id()));
    }

    void takeBack(UUID sessionId, UUID learnerId) {
        Actor actor = writer(sessionId);
        SessionInfo session = sessions.get(sessionId);
        ExpectedLearner learner = expected(sessionId, learnerId);
        requireHeld(session);
        if (session.state() == SessionState.CLOSED) {
            throw Refusal.invalid("refusal.attendance.closed");
        }
        var nothing = new Mark(AttendanceStatus.AWAITING_DATA, null, null, null, null);
        if (!recorder.keep(session, learner, nothing, PersonMark.TAKEN_BACK, actor, MarkTime.now(clock.instant()))) {
            return;
        }
        journal(actor, "attendance.takenBack", session, learnerId, current(session, learnerId), nothing, null);
    }

    /** The session's own trainer or a quality manager. */
    Actor writer(UUID sessionId) {
        Actor actor = currentActor.get();
        if (!actor.is(Role.TRAINER, Role.QUALITY_MANAGER)) {
            throw Refusal.role();
        }
        ownership.requireSession(actor, sessionId);
        return actor;
    }

    private ExpectedLearner expected(UUID sessionId, UUID learnerId) {
        return sessions.expected(sessionId).stream()
                .filter(one -> one.learner().id().equals(learnerId))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "refusal.attendance.notExpected"));
    }

    private @Nullable Verdict current(SessionInfo session, UUID learnerId) {
        return verdicts.current(List.of(session)).stream()
                .filter(v -> v.subject().learnerId().equals(learnerId))
                .findFirst()
                .orElse(null);
    }

    boolean takesMarks(SessionInfo session) {
        return session.state().held() && begins(session);
    }

    /** @throws Refusal INVALID where nobody can have been there, or missing, yet or at all */
    void requireTaken(SessionInfo session) {
        requireHeld(session);
        if (!begins(session)) {
            throw Refusal.invalid("refusal.attendance.notStarted");
        }
    }

    private void check(SessionInfo session, Mark mark, @Nullable Verdict before) {
        requireTaken(session);
        AttendanceStatus status = mark.status();
        if (status == AttendanceStatus.AWAITING_DATA) {
            throw Refusal.invalid("refusal.attendance.awaiting");
        }
        boolean there = status.present() || status == AttendanceStatus.PARTIAL;
        if (session.state() == SessionState.CLOSED && status.present() && mark.documentId() == null) {
            throw Refusal.invalid("refusal.attendance.documentNeeded");
        }
        if (mark.documentId() != null && !documents.exists(session.id(), mark.documentId())) {
            throw Refusal.invalid("refusal.attendance.documentUnknown");
        }
        boolean shown = before != null && before.minutes().observed() > 0;
        new MarkedTimes(session.slot(), mark, there, shown).check();
    }

    private static void requireHeld(SessionInfo session) {
        if (!session.state().held()) {
            throw Refusal.invalid("refusal.attendance.notHeld");
        }
    }

    private boolean begins(SessionInfo session) {
        return session.begunAt(clock.instant());
    }

    private void journal(
            Actor actor,
            String action,
            SessionInfo session,
            UUID learnerId,
            @Nullable Verdict before,
            Mark mark,
            @Nullable Trace replaced) {
        Map<String, Object> after = new HashMap<>();
        after.put("status", mark.status().name());
        if (mark.reason() != null) {
            after.put("reason", mark.reason());
        }
        if (mark.documentId() != null) {
            after.put("documentId", mark.documentId().toString());
        }
        if (replaced != null) {
            after.put(
                    "insteadOf",
                    Map.of(
                            "status", String.valueOf(replaced.payload().get("status")),
                            "by", String.valueOf(replaced.payload().get("by"))));
        }
        journal.record(JournalRecord.of(action, "session", session.id().toString())
                .by(actor.displayName(), actor.role().name())
                .learner(learnerId)
                .before(
                        before == null
                                ? Map.of()
                                : Map.of("status", before.status().name()))
                .after(after));
    }
}
