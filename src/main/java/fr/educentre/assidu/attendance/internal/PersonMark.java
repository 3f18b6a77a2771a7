package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person stated about a learner, as kept in a trace of kind MARK. The last one counts; one that takes the statement
 * back leaves the decision to the other traces.
 *
 * @param correction stated with a reason, once something was known
 */
record PersonMark(
        UUID traceId,
        AttendanceStatus status,
        Stay stay,
        Author author,
        @Nullable UUID documentId,
        boolean correction) {

    /** Arrival and departure, where they were said. */
    record Stay(@Nullable Instant from, @Nullable Instant to) {}

    /**
     * Who said so, and why.
     *
     * @param by a person's name; the wording of a source, as stored, where a file states it
     * @param person false for a status that a sign-in partner's file states
     * @param reason a wording, as stored
     */
    record Author(String by, String role, boolean person, String reason) {}

    /** Status of a mark that takes the previous ones back. */
    static final String TAKEN_BACK = "TAKEN_BACK";

    private static final Comparator<Trace> TOLD =
            Comparator.comparing((Trace one) -> one.origin().recordedAt()).thenComparing(t -> t.id().toString());

    private static final Comparator<Trace> SAID = Comparator.comparing(
                    (Trace one) -> one.time().occurredAt())
            .thenComparing((Trace one) -> one.origin().recordedAt())
            .thenComparing(t -> t.id().toString());

    /** A person's mark comes before what a file states. */
    static Optional<PersonMark> last(List<Trace> traces) {
        return last(traces, true).or(() -> last(traces, false));
    }

    private static Optional<PersonMark> last(List<Trace> traces, boolean person) {
        return traces.stream()
                .filter(t -> t.kind() == TraceKind.MARK && person == (t.origin().source() == EvidenceSource.ROLL_CALL))
                .filter(t -> person || !overtaken(t, traces))
                .max(SAID)
                .flatMap(PersonMark::of);
    }

    /** What a person stated last about the learner, be it that nothing is stated any more. */
    static Optional<Trace> lastSaid(List<Trace> traces, UUID learnerId) {
        return traces.stream()
                .filter(t -> t.kind() == TraceKind.MARK && t.origin().source() == EvidenceSource.ROLL_CALL)
                .filter(t -> learnerId.equals(t.match().learnerId()))
                .max(SAID);
    }

    /** A sheet called them absent before they signed. */
    private static boolean overtaken(Trace mark, List<Trace> traces) {
        return AttendanceStatus.ABSENT.name().equals(text(mark.payload(), "status"))
                && traces.stream()
                        .anyMatch(t -> t.kind() == TraceKind.SIGNATURE
                                && t.origin().source() == mark.origin().source()
                                && TOLD.compare(t, mark) > 0);
    }

    private static Optional<PersonMark> of(Trace trace) {
        Map<String, Object> said = trace.payload();
        return status(text(said, "status"))
                .map(status -> new PersonMark(
                        trace.id(),
                        status,
                        new PersonMark.Stay(trace.time().from(), trace.time().to()),
                        new PersonMark.Author(
                                Objects.requireNonNullElseGet(
                                        text(said, "by"),
                                        () -> MarkReason.author(trace.origin().source())
                                                .stored()),
                                Objects.requireNonNullElse(text(said, "role"), ""),
                                trace.origin().source() == EvidenceSource.ROLL_CALL,
                                reason(trace, status).stored()),
                        Optional.ofNullable(text(said, "documentId"))
                                .map(UUID::fromString)
                                .orElse(null),
                        Boolean.TRUE.equals(said.get("correction"))));
    }

    /** What a file's comment says may be of health, and everybody reads why: it stays with the trace. */
    private static Wording reason(Trace trace, AttendanceStatus status) {
        return Optional.ofNullable(text(trace.payload(), "reason"))
                .filter(said -> trace.origin().source() == EvidenceSource.ROLL_CALL)
                .map(MarkReason::of)
                .orElseGet(() -> MarkReason.of(status));
    }

    private static Optional<AttendanceStatus> status(@Nullable String name) {
        for (AttendanceStatus status : AttendanceStatus.values()) {
            if (status != AttendanceStatus.AWAITING_DATA && status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String text(Map<String, Object> payload, String key) {
        Object value = payload.get(key);
        return value == null ? null : value.toString();
    }
}
