package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.rules.JustificationTerms;
import fr.educentre.assidu.rules.JustificationTerms.Checker;
import fr.educentre.assidu.rules.JustificationTerms.Decider;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and ends {@code processes/justification-review.bpmn}. */
@Component("justificationReview")
@Transactional
public class JustificationReview {

    private static final String REFERENTS = "role:REFERENT";
    private static final String QUALITY = "role:QUALITY_MANAGER";

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
     * @param terms who checks and who decides, for as long as this one runs
     */
    void start(
            Justification justification, List<SessionInfo> sessions, boolean withDocument, JustificationTerms terms) {
        Optional<Checker> checker = withDocument ? checker(justification, terms) : Optional.empty();
        processes.startProcessInstanceByKey(
                AbsenceProcessKeys.REVIEW_PROCESS,
                AbsenceProcessKeys.review(justification.id()),
                Map.of(
                        "justificationId", justification.id().toString(),
                        "learnerId", justification.learnerId().toString(),
                        "check", String.valueOf(checker.isPresent()),
                        "checkers", checkers(checker.orElse(Checker.EITHER)),
                        "deciders", deciders(terms.decider(), sessions)));
    }

    /** A trainer opens no document of a learner's private life, of whatever kind it is: somebody else looks at it first. */
    private static Optional<Checker> checker(Justification justification, JustificationTerms terms) {
        boolean closed = justification.personal() && terms.decider() == Decider.TRAINER;
        return justification.medical() || (closed && terms.otherChecker().isEmpty())
                ? Optional.of(terms.medicalChecker())
                : terms.otherChecker();
    }

    private static String checkers(Checker checker) {
        return switch (checker) {
            case EITHER -> REFERENTS + "," + QUALITY;
            case REFERENT -> REFERENTS;
            case QUALITY -> QUALITY;
        };
    }

    private static String deciders(Decider decider, List<SessionInfo> sessions) {
        return switch (decider) {
            case TRAINER ->
                sessions.isEmpty()
                        ? QUALITY
                        : "person:" + sessions.getFirst().trainer().id();
            case REFERENT -> REFERENTS;
            case QUALITY -> QUALITY;
        };
    }

    @SystemOnly
    public void moot(DelegateExecution execution) {
        justifications
                .findById(UUID.fromString(String.valueOf(execution.getVariable("justificationId"))))
                .filter(justification -> justification.state() == ReviewState.SUBMITTED)
                .ifPresent(justification -> justification.decide(
                        ReviewState.MOOT,
                        "Assidu",
                        Wording.of("justification.note.withdrawn").stored(),
                        clock.instant()));
    }
}
