package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.CorrectionRequests.CorrectionRequest;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.TaskKind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A learner says that a mark is wrong. Whoever is asked corrects it on the session's page, as any mark is corrected, or says why
 * it stays; the task itself changes no mark.
 */
@Component
public class CorrectionRequestTask implements TaskKind {

    /** Definition key of the user task. */
    public static final String KEY = "demande-de-correction";

    static final String REQUEST = "requestId";

    private static final String WHERE = "attendance.correction.where";
    private static final String SCREEN = "/seances/";

    private final CorrectionRequestStore requests;
    private final VerdictStore verdicts;
    private final Sessions sessions;
    private final Learners learners;
    private final Journal journal;
    private final Texts texts;
    private final Clock clock;

    CorrectionRequestTask(
            CorrectionRequestStore requests,
            VerdictStore verdicts,
            Sessions sessions,
            Learners learners,
            Journal journal,
            Texts texts,
            Clock clock) {
        this.requests = requests;
        this.verdicts = verdicts;
        this.sessions = sessions;
        this.learners = learners;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        CorrectionRequest request = request(variables);
        SessionInfo session = sessions.get(request.sessionId());
        String name = learners.get(request.learnerId()).name();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                texts.get("attendance.correction.session"),
                session.title() + " · " + ReaderFormats.dateTime(session.startsAt(), session.zone(), texts.language()));
        facts.put(texts.get("attendance.correction.wish"), request.wish());
        facts.put(texts.get("attendance.correction.what"), texts.get("attendance.correction.advice"));
        facts.put(texts.get(WHERE), SCREEN + session.id());
        return new Card(
                "attendance.correction.task", new Object[] {name}, request.learnerId(), facts, Optional.empty());
    }

    /** The session that a task of this kind is about, by the facts it shows. */
    public static Optional<UUID> session(Map<String, String> facts, Texts texts) {
        return Optional.ofNullable(facts.get(texts.get(WHERE)))
                .map(where -> UUID.fromString(where.substring(SCREEN.length())));
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.DONE, Decision.REFUSE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        CorrectionRequest request = request(variables);
        boolean done = decision == Decision.DONE;
        if (done && !corrected(request)) {
            throw Refusal.invalid("refusal.correction.notCorrected");
        }
        if (!done && comment.isBlank()) {
            throw Refusal.invalid("refusal.correction.why");
        }
        CorrectionRequest.State state = done ? CorrectionRequest.State.CORRECTED : CorrectionRequest.State.DECLINED;
        if (requests.answer(
                request.id(),
                state,
                new CorrectionRequest.Answer(actor.displayName(), clock.instant(), comment.strip()))) {
            journal.record(JournalRecord.of(
                            "attendance.correctionAnswered",
                            "session",
                            request.sessionId().toString())
                    .by(actor.displayName(), actor.role().name())
                    .learner(request.learnerId())
                    .after(Map.of("request", request.id().toString(), "state", state.name(), "comment", comment)));
        }
        return Map.of();
    }

    /** Whether the mark is another one than when it was asked for. */
    private boolean corrected(CorrectionRequest request) {
        return verdicts.history(sessions.get(request.sessionId()), request.learnerId()).stream()
                .map(Verdict::version)
                .anyMatch(version ->
                        version.supersededAt() == null && version.decidedAt().isAfter(request.askedAt()));
    }

    private CorrectionRequest request(Map<String, Object> variables) {
        return requests.find(UUID.fromString(String.valueOf(variables.get(REQUEST))))
                .orElseThrow(() -> Refusal.notFound("task"));
    }
}
