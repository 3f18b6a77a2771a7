package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.CorrectionRequests;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.ProcessStarts;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests as learners make them of their own sessions; each starts {@code processes/correction-request.bpmn}. */
@Service
class StoredCorrectionRequests implements CorrectionRequests {

    private static final String PROCESS = "correction-request";
    private static final Set<SessionState> NOT_HELD = EnumSet.of(SessionState.CANCELLED, SessionState.POSTPONED);

    private final CorrectionRequestStore requests;
    private final CorrectionAddressees addressees;
    private final Sessions sessions;
    private final ProcessStarts processes;
    private final CurrentActor current;
    private final Journal journal;
    private final Clock clock;

    StoredCorrectionRequests(
            CorrectionRequestStore requests,
            CorrectionAddressees addressees,
            Sessions sessions,
            ProcessStarts processes,
            CurrentActor current,
            Journal journal,
            Clock clock) {
        this.requests = requests;
        this.addressees = addressees;
        this.sessions = sessions;
        this.processes = processes;
        this.current = current;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    @AllowedRoles(Role.LEARNER)
    public Asked ask(UUID sessionId, String wish) {
        Actor actor = current.get();
        SessionInfo session = sessions.get(sessionId);
        UUID learner = actor.personId();
        if (learner == null
                || sessions.expected(sessionId).stream()
                        .noneMatch(one -> one.learner().id().equals(learner))) {
            throw Refusal.notYours();
        }
        if (NOT_HELD.contains(session.state()) || session.startsAt().isAfter(clock.instant())) {
            throw Refusal.invalid("refusal.correction.notHeld");
        }
        String said = WrittenText.lines(wish);
        if (said.isEmpty()) {
            throw Refusal.invalid("refusal.correction.wish");
        }
        if (said.length() > LONGEST_WISH) {
            throw Refusal.invalid("refusal.correction.long", LONGEST_WISH);
        }
        var asked = new CorrectionRequest(
                TimeOrderedId.next(), sessionId, learner, said, clock.instant(), CorrectionRequest.State.ASKED, null);
        if (!requests.insert(asked, actor.displayName())) {
            return new Asked(requests.waiting(sessionId, learner).orElse(asked), false);
        }
        processes.startUnlessRunning(
                PROCESS,
                PROCESS + ":" + asked.id(),
                Map.of(
                        CorrectionRequestTask.REQUEST,
                        asked.id().toString(),
                        "learnerId",
                        learner.toString(),
                        "addressees",
                        addressees.of(session),
                        "dueAt",
                        addressees.dueAt(session)));
        journal.record(JournalRecord.of("attendance.correctionAsked", "session", sessionId.toString())
                .by(actor.displayName(), actor.role().name())
                .learner(learner)
                .after(Map.of("request", asked.id().toString())));
        return new Asked(asked, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CorrectionRequest> ofLearner(UUID learnerId) {
        return requests.ofLearner(learnerId);
    }
}
