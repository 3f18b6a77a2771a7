package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and ends {@code processes/justification-review.bpmn}. */
@Component("justificationReview")
@Transactional
public class JustificationReview {

    static final String CHECKERS = "role:REFERENT,role:QUALITY_MANAGER";

    private final RuntimeService processes;
    private final JustificationRepository justifications;
    private final Clock clock;

    JustificationReview(RuntimeService processes, JustificationRepository justifications, Clock clock) {
        this.processes = processes;
        this.justifications = justifications;
        this.clock = clock;
    }

    /**
     * Sessions of several trainers make one task, for the trainer of the first session: a document is read once.
     *
     * @param sessions in time order
     */
    void start(Justification justification, List<SessionInfo> sessions, boolean withDocument) {
        String deciders = sessions.isEmpty()
                ? "role:QUALITY_MANAGER"
                : "person:" + sessions.getFirst().trainer().id();
        processes.startProcessInstanceByKey(
                AbsenceKeys.REVIEW_PROCESS,
                AbsenceKeys.review(justification.id()),
                Map.of(
                        "justificationId", justification.id().toString(),
                        "learnerId", justification.learnerId().toString(),
                        "medical", String.valueOf(justification.medical() && withDocument),
                        "checkers", CHECKERS,
                        "deciders", deciders));
    }

    public void moot(DelegateExecution execution) {
        justifications
                .findById(UUID.fromString(String.valueOf(execution.getVariable("justificationId"))))
                .filter(justification -> justification.state() == State.SUBMITTED)
                .ifPresent(justification ->
                        justification.decide(State.MOOT, "Assidu", "Absences retirées", clock.instant()));
    }
}
