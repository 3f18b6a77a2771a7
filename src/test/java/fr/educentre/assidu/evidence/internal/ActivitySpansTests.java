package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose time on the platform is to be counted again. */
class ActivitySpansTests {

    private static final UUID LEA = new UUID(1, 1);
    private static final UUID LOU = new UUID(1, 2);
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    private final ActivitySpans activity = new ActivitySpans();

    @Test
    void the_span_goes_from_the_first_to_the_last_of_a_learner_whatever_their_order() {
        activity.add(trace(EvidenceSource.XAPI, TraceKind.ACTIVITY, NINE.plusSeconds(60)), LEA);
        activity.add(trace(EvidenceSource.PLATFORM, TraceKind.ACTIVITY, NINE), LEA);
        activity.add(trace(EvidenceSource.XAPI, TraceKind.ACTIVITY, NINE.plusSeconds(30)), LEA);
        activity.add(trace(EvidenceSource.XAPI, TraceKind.ACTIVITY, NINE), LOU);

        assertThat(activity.spans())
                .isEqualTo(Map.of(
                        LEA, new TimeSlot(NINE, NINE.plusSeconds(60).plusMillis(1)),
                        LOU, new TimeSlot(NINE, NINE.plusMillis(1))));
    }

    @Test
    void what_is_stored_to_the_microsecond_lies_within() {
        activity.add(trace(EvidenceSource.XAPI, TraceKind.ACTIVITY, NINE.plusNanos(1_999)), LEA);
        assertThat(activity.spans().get(LEA).from()).isEqualTo(NINE.plusNanos(1_000));
    }

    @Test
    void meetings_and_marks_are_no_work_on_the_platform() {
        activity.add(trace(EvidenceSource.ZOOM, TraceKind.ACTIVITY, NINE), LEA);
        activity.add(trace(EvidenceSource.PLATFORM, TraceKind.INTERVAL, NINE), LEA);
        assertThat(activity.spans()).isEmpty();
    }

    private static NewTrace trace(EvidenceSource source, TraceKind kind, Instant at) {
        return new NewTrace(
                new NewTrace.Origin(source, Channel.API, "k" + at, null),
                kind,
                new TraceTime(at, null, null),
                new NewTrace.Person("lea@example.org", null, null, null),
                new NewTrace.Subject(null, null, null, null),
                Map.of(),
                TraceMatch.NONE);
    }
}
