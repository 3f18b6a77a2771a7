package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's word as a trace, from which the verdict follows like from any other. */
@Component
class MarkRecorder {

    private final Evidences evidences;
    private final Texts texts;

    MarkRecorder(Evidences evidences, Texts texts) {
        this.evidences = evidences;
        this.texts = texts;
    }

    /** @return false where this is what the same person said last: a call sent twice adds nothing */
    boolean keep(SessionInfo session, ExpectedLearner expected, Mark mark, String status, Actor actor, MarkTime time) {
        Map<String, Object> payload = payload(mark, status, actor);
        if (saidAlready(session, expected, mark, payload)) {
            return false;
        }
        MarkTime.Device device = time.device();
        if (device != null) {
            payload.put("device", device.payload());
            payload.put(
                    "reason",
                    MarkReason.offline(time.at(), device.receivedAt(), session.zone())
                            .stored());
        }
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.ROLL_CALL,
                        Channel.SCREEN,
                        TimeOrderedId.next().toString(),
                        null),
                TraceKind.MARK,
                new TraceTime(time.at(), mark.from(), mark.to()),
                new NewTrace.Person(
                        expected.learner().externalId(),
                        expected.learner().name(),
                        expected.learner().email(),
                        null),
                new NewTrace.Subject(session.id(), null, null, null),
                payload,
                new TraceMatch(expected.learner().id(), MatchMethod.ACCOUNT))));
        return true;
    }

    /** What someone else said last of the learner, where it is another status: taking a mark back is none. */
    Optional<Trace> opposed(SessionInfo session, UUID learnerId, Mark mark, Actor actor) {
        return PersonMark.lastSaid(evidences.ofSession(session.id()), learnerId)
                .filter(last -> !actor.username().equals(last.payload().get("account")))
                .filter(last -> !List.of(PersonMark.TAKEN_BACK, mark.status().name())
                        .contains(String.valueOf(last.payload().get("status"))));
    }

    /** Who said what of whom, and when. */
    Refusal contradiction(Trace said, SessionInfo session) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "refusal.attendance.markedMeanwhile",
                String.valueOf(said.payload().get("by")),
                Objects.requireNonNullElse(said.person().name(), ""),
                texts.get("attendance.status." + said.payload().get("status")),
                ReaderFormats.time(said.time().occurredAt(), session.zone()));
    }

    private Map<String, Object> payload(Mark mark, String status, Actor actor) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("status", status);
        payload.put("by", actor.displayName());
        payload.put("account", actor.username());
        payload.put("role", actor.role().name());
        payload.put("correction", mark.reason() != null);
        payload.put("reason", MarkReason.stored(mark.reason()));
        if (mark.documentId() != null) {
            payload.put("documentId", mark.documentId().toString());
        }
        return payload;
    }

    private boolean saidAlready(SessionInfo session, ExpectedLearner expected, Mark mark, Map<String, Object> payload) {
        return PersonMark.lastSaid(
                        evidences.ofSession(session.id()), expected.learner().id())
                .filter(last -> sameWords(last.payload(), payload)
                        && Objects.equals(last.time().from(), mark.from())
                        && Objects.equals(last.time().to(), mark.to()))
                .isPresent();
    }

    /** What was marked without a connection is said in the same words as what was marked with one. */
    private static boolean sameWords(Map<String, Object> last, Map<String, Object> payload) {
        Map<String, Object> words = new HashMap<>(last);
        if (words.remove("device") != null) {
            words.put("reason", MarkReason.stored(null));
        }
        return words.equals(payload);
    }

    /** Who took a mark back, and when. */
    Refusal takenBack(Trace said, SessionInfo session) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "refusal.attendance.device.takenBack",
                String.valueOf(said.payload().get("by")),
                Objects.requireNonNullElse(said.person().name(), ""),
                ReaderFormats.time(said.time().occurredAt(), session.zone()));
    }
}
