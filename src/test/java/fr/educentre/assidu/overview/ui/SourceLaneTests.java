package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceLaneTests {

    private static final Instant AFTER = at("13:00");

    @Test
    void a_stay_is_clipped_to_the_slot_and_its_breaks_are_taken_out() {
        List<SourceLane> lanes = lanes(AFTER, interval(EvidenceSource.ZOOM, "08:50", "12:30"));
        assertThat(lanes).singleElement().satisfies(lane -> {
            assertThat(lane.source()).isEqualTo(EvidenceSource.ZOOM);
            assertThat(lane.stays()).containsExactly(stay("09:00", "10:30", false), stay("10:45", "12:00", false));
        });
    }

    @Test
    void a_stay_within_a_break_shows_nothing() {
        assertThat(lanes(AFTER, interval(EvidenceSource.ZOOM, "10:32", "10:44"))
                        .getFirst()
                        .stays())
                .isEmpty();
    }

    @Test
    void two_devices_at_once_are_one_presence_and_two_sources_two_lanes() {
        List<SourceLane> lanes = lanes(
                AFTER,
                interval(EvidenceSource.ZOOM, "09:00", "09:40"),
                interval(EvidenceSource.ZOOM, "09:30", "10:00"),
                interval(EvidenceSource.TEAMS, "09:10", "09:20"));
        assertThat(lanes).extracting(SourceLane::source).containsExactly(EvidenceSource.ZOOM, EvidenceSource.TEAMS);
        assertThat(lanes.getFirst().stays()).containsExactly(stay("09:00", "10:00", false));
    }

    @Test
    void who_has_not_left_is_still_there_until_the_session_ends() {
        SourceLane running =
                lanes(at("11:15"), interval(EvidenceSource.ZOOM, "09:05", null)).getFirst();
        assertThat(running.open()).isTrue();
        assertThat(running.stays()).containsExactly(stay("09:05", "10:30", false), stay("10:45", "11:15", true));
        assertThat(lanes(AFTER, interval(EvidenceSource.ZOOM, "09:05", null))
                        .getFirst()
                        .open())
                .isFalse();
    }

    @Test
    void during_a_break_one_is_still_connected() {
        SourceLane paused =
                lanes(at("10:40"), interval(EvidenceSource.ZOOM, "09:05", null)).getFirst();
        assertThat(paused.stays()).containsExactly(stay("09:05", "10:30", true));
    }

    @Test
    void a_signature_is_an_instant() {
        SourceLane lane = lanes(AFTER, trace(EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, "09:04", null))
                .getFirst();
        assertThat(lane.stays()).isEmpty();
        assertThat(lane.signedAt()).containsExactly(at("09:04"));
    }

    private static List<SourceLane> lanes(Instant now, Trace... traces) {
        return SourceLane.of(session(), null, List.of(traces), now);
    }

    private static SourceLane.Stay stay(String from, String to, boolean open) {
        return new SourceLane.Stay(at(from), at(to), open);
    }

    private static Trace interval(EvidenceSource source, String from, @Nullable String to) {
        return trace(source, TraceKind.INTERVAL, from, to);
    }

    private static Trace trace(EvidenceSource source, TraceKind kind, String from, @Nullable String to) {
        return new Trace(
                UUID.randomUUID(),
                new Trace.Origin(source, Channel.API, at(from)),
                kind,
                new TraceTime(at(from), at(from), to == null ? null : at(to)),
                new Trace.Person("key", "Lou"),
                new Trace.Subject(null, null, null),
                Map.of(),
                new TraceMatch(UUID.randomUUID(), null));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + ":00Z");
    }

    private static SessionInfo session() {
        UUID id = UUID.randomUUID();
        return new SessionInfo(
                id,
                "S",
                "Séance",
                new SessionInfo.Course(id, "Groupe", null, null),
                new SessionInfo.Person(id, "Ana"),
                new SessionInfo.Schedule(
                        LocalDate.of(2027, 3, 1),
                        at("09:00"),
                        at("12:00"),
                        List.of(new TimeSlot(at("10:30"), at("10:45"))),
                        165),
                new SessionInfo.Place(id, "Site", ZoneId.of("UTC"), Modality.VIDEO, null, null),
                new SessionInfo.Progress(SessionState.OPEN, null));
    }
}
