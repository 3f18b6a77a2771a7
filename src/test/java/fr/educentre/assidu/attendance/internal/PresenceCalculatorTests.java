package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.rules.SourceTrust;
import fr.educentre.assidu.rules.SourceTrust.ServiceOrFile;
import fr.educentre.assidu.rules.SourceTrust.SignInOrLog;
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

class PresenceCalculatorTests {

    private static final UUID LEARNER = UUID.randomUUID();
    private static final Instant LATER = Instant.parse("2026-11-23T20:00:00Z");

    @Test
    void connections_are_merged_clipped_and_breaks_removed() {
        PresenceObservation seen = observe(
                Modality.VIDEO,
                List.of(
                        interval(EvidenceSource.ZOOM, "07:50", "09:00"),
                        interval(EvidenceSource.ZOOM, "08:58", "10:30"),
                        interval(EvidenceSource.FILE, "10:20", "11:00")),
                null);
        assertThat(seen.presence().minutes()).isEqualTo(165);
        assertThat(seen.presence().firstArrival()).isZero();
        assertThat(seen.presence().lastDeparture()).isEqualTo(30);
        assertThat(seen.presence().intervals())
                .extracting(i -> i.source() + " " + i.from() + " " + i.to())
                .containsExactly(
                        "ZOOM 2026-11-23T08:00:00Z 2026-11-23T09:30:00Z",
                        "ZOOM 2026-11-23T09:45:00Z 2026-11-23T10:30:00Z",
                        "FILE 2026-11-23T10:20:00Z 2026-11-23T11:00:00Z");
    }

    @Test
    void an_arrival_half_a_minute_over_the_tolerance_is_over_it() {
        PresenceObservation seen = observe(
                Modality.VIDEO,
                List.of(trace(
                        EvidenceSource.ZOOM,
                        TraceKind.INTERVAL,
                        Instant.parse("2026-11-23T08:10:30Z"),
                        at("11:30"),
                        Map.of())),
                null);
        assertThat(seen.presence().firstArrival()).isEqualTo(11);
    }

    @Test
    void someone_still_there_is_counted_until_now() {
        PresenceObservation seen = new PresenceCalculator(
                        session(Modality.VIDEO), at("09:00"), false, true, SourceTrust.USUAL)
                .of(
                        List.of(trace(EvidenceSource.ZOOM, TraceKind.INTERVAL, at("08:00"), null, Map.of())),
                        List.of(),
                        null,
                        0);
        assertThat(seen.presence().minutes()).isEqualTo(60);
    }

    @Test
    void a_roll_call_without_traces_observes_the_whole_taught_time() {
        assertThat(observe(Modality.IN_PERSON, List.of(), mark(AttendanceStatus.PRESENT, null, null))
                        .presence()
                        .minutes())
                .isEqualTo(195);
    }

    @Test
    void a_roll_call_beside_connection_logs_keeps_their_minutes() {
        PresenceObservation seen = observe(
                Modality.VIDEO,
                List.of(interval(EvidenceSource.TEAMS, "08:00", "09:00")),
                mark(AttendanceStatus.PRESENT, null, null));
        assertThat(seen.presence().minutes()).isEqualTo(60);
    }

    @Test
    void stated_times_are_what_is_observed() {
        assertThat(observe(Modality.IN_PERSON, List.of(), mark(AttendanceStatus.LATE, at("08:20"), null))
                        .presence()
                        .minutes())
                .isEqualTo(175);
        assertThat(observe(Modality.IN_PERSON, List.of(), mark(AttendanceStatus.LEFT_EARLY, null, at("11:00")))
                        .presence()
                        .minutes())
                .isEqualTo(165);
    }

    @Test
    void someone_marked_absent_or_exempt_is_not_observed() {
        for (AttendanceStatus status : List.of(AttendanceStatus.ABSENT, AttendanceStatus.EXEMPT)) {
            PresenceObservation seen = observe(
                    Modality.VIDEO, List.of(interval(EvidenceSource.ZOOM, "08:00", "09:00")), mark(status, null, null));
            assertThat(seen.presence().minutes()).isZero();
            assertThat(seen.presence().intervals()).isEmpty();
        }
    }

    @Test
    void a_signature_stands_for_a_session_in_person_and_only_countersigned_for_one_at_a_distance() {
        var signed = List.of(trace(EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, at("08:05"), null, Map.of()));
        assertThat(observe(Modality.IN_PERSON, signed, null).presence().minutes())
                .isEqualTo(195);
        assertThat(observe(Modality.VIDEO, signed, null).presence().minutes()).isZero();
        assertThat(new PresenceCalculator(session(Modality.VIDEO), LATER, true, false, SourceTrust.USUAL)
                        .of(signed, List.of(), null, 0)
                        .presence()
                        .minutes())
                .isEqualTo(195);
    }

    @Test
    void the_last_mark_counts_and_one_taken_back_counts_no_more() {
        Trace present = markTrace("PRESENT", "08:05");
        Trace absent = markTrace("ABSENT", "08:06");
        assertThat(PersonMark.last(List.of(absent, present)).orElseThrow().status())
                .isEqualTo(AttendanceStatus.ABSENT);
        assertThat(PersonMark.last(List.of(present, absent, markTrace(PersonMark.TAKEN_BACK, "08:07"))))
                .isEmpty();
    }

    @Test
    void a_countersigned_sign_in_is_believed_before_the_log_where_that_is_published_and_the_log_is_told() {
        var traces = List.of(
                interval(EvidenceSource.ZOOM, "08:00", "09:00"),
                trace(EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, at("08:05"), null, Map.of()));
        PresenceObservation usual = countersigned(SourceTrust.USUAL, traces, 0);
        assertThat(usual.presence().minutes()).isEqualTo(60);
        assertThat(usual.setAside()).isEmpty();
        PresenceObservation signed = countersigned(trust(SignInOrLog.SIGNATURE, ServiceOrFile.BOTH), traces, 0);
        assertThat(signed.presence().minutes()).isEqualTo(195);
        assertThat(signed.connected()).as("the log still proves").isTrue();
        assertThat(signed.setAside()).containsExactly(Discordance.LOG_SET_ASIDE);
        assertThat(signed.proof().evidence()).as("nothing is lost").hasSize(2);
        PresenceObservation alone = new PresenceCalculator(
                        session(Modality.VIDEO), LATER, false, true, trust(SignInOrLog.SIGNATURE, ServiceOrFile.BOTH))
                .of(traces, List.of(), null, 0);
        assertThat(alone.presence().minutes()).as("not countersigned").isEqualTo(60);
    }

    @Test
    void a_log_believed_even_empty_leaves_a_signature_nothing_to_say() {
        var signed = List.of(trace(EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, at("08:05"), null, Map.of()));
        var log = trust(SignInOrLog.LOG, ServiceOrFile.BOTH);
        assertThat(countersigned(log, signed, 0).presence().minutes()).isZero();
        assertThat(new PresenceCalculator(session(Modality.VIDEO), LATER, true, false, log)
                        .of(signed, List.of(), null, 0)
                        .presence()
                        .minutes())
                .as("no log of the session at all")
                .isEqualTo(195);
        assertThat(new PresenceCalculator(session(Modality.IN_PERSON), LATER, true, true, log)
                        .of(signed, List.of(), null, 0)
                        .presence()
                        .minutes())
                .isEqualTo(195);
    }

    @Test
    void of_the_service_and_a_file_both_count_unless_one_is_believed() {
        var traces = List.of(
                through(Channel.WEBHOOK, "08:00", "09:00"),
                through(Channel.FILE, "08:30", "10:15"),
                through(Channel.SCREEN, "11:00", "11:10"));
        assertThat(countersigned(SourceTrust.USUAL, traces, 0).presence().minutes())
                .isEqualTo(130);
        PresenceObservation service = countersigned(trust(SignInOrLog.LOG, ServiceOrFile.SERVICE), traces, 0);
        assertThat(service.presence().minutes()).isEqualTo(70);
        assertThat(service.setAside()).containsExactly(Discordance.OTHER_LOG_SET_ASIDE);
        PresenceObservation file = countersigned(trust(SignInOrLog.LOG, ServiceOrFile.FILE), traces, 0);
        assertThat(file.presence().minutes()).isEqualTo(100);
        assertThat(file.proof().evidence()).hasSize(3);
        PresenceObservation one = countersigned(
                trust(SignInOrLog.LOG, ServiceOrFile.FILE), List.of(through(Channel.API, "08:00", "09:00")), 0);
        assertThat(one.presence().minutes()).as("there is no file to believe").isEqualTo(60);
        assertThat(one.setAside()).isEmpty();
    }

    @Test
    void a_connection_too_short_to_count_is_as_none_for_a_signature_and_a_roll_call_and_seen_without() {
        var brief = List.of(interval(EvidenceSource.ZOOM, "08:00", "08:04"));
        assertThat(countersigned(SourceTrust.USUAL, brief, 5).presence().minutes())
                .isEqualTo(4);
        assertThat(countersigned(SourceTrust.USUAL, brief, 5).fromConnections()).isTrue();
        var signed = List.of(
                brief.getFirst(), trace(EvidenceSource.SIGNATURE, TraceKind.SIGNATURE, at("08:05"), null, Map.of()));
        assertThat(countersigned(SourceTrust.USUAL, signed, 4).presence().minutes())
                .isEqualTo(4);
        assertThat(countersigned(SourceTrust.USUAL, signed, 5).presence().minutes())
                .isEqualTo(195);
        assertThat(countersigned(SourceTrust.USUAL, signed, 5).setAside()).containsExactly(Discordance.LOG_SET_ASIDE);
        assertThat(new PresenceCalculator(session(Modality.VIDEO), LATER, false, true, SourceTrust.USUAL)
                        .of(brief, List.of(), mark(AttendanceStatus.PRESENT, null, null), 5)
                        .presence()
                        .minutes())
                .isEqualTo(195);
    }

    private static SourceTrust trust(SignInOrLog signInOrLog, ServiceOrFile serviceOrFile) {
        return new SourceTrust(signInOrLog, serviceOrFile);
    }

    private static PresenceObservation countersigned(SourceTrust trust, List<Trace> traces, int minimum) {
        return new PresenceCalculator(session(Modality.VIDEO), LATER, true, true, trust)
                .of(traces, List.of(), null, minimum);
    }

    private static Trace through(Channel channel, String from, String to) {
        return trace(channel, EvidenceSource.ZOOM, TraceKind.INTERVAL, at(from), at(to), Map.of());
    }

    private static PresenceObservation observe(Modality modality, List<Trace> traces, @Nullable PersonMark mark) {
        return new PresenceCalculator(session(modality), LATER, false, false, SourceTrust.USUAL)
                .of(traces, List.of(), mark, 0);
    }

    private static PersonMark mark(AttendanceStatus status, @Nullable Instant from, @Nullable Instant to) {
        return new PersonMark(
                UUID.randomUUID(),
                status,
                new PersonMark.Stay(from, to),
                new PersonMark.Author("Ana", "TRAINER", true, "Appel"),
                null,
                false);
    }

    private static Trace markTrace(String status, String time) {
        return trace(EvidenceSource.ROLL_CALL, TraceKind.MARK, at(time), null, Map.of("status", status));
    }

    private static Trace interval(EvidenceSource source, String from, String to) {
        return trace(source, TraceKind.INTERVAL, at(from), at(to), Map.of());
    }

    private static Trace trace(
            EvidenceSource source, TraceKind kind, Instant from, @Nullable Instant to, Map<String, Object> payload) {
        return trace(Channel.FILE, source, kind, from, to, payload);
    }

    private static Trace trace(
            Channel channel,
            EvidenceSource source,
            TraceKind kind,
            Instant from,
            @Nullable Instant to,
            Map<String, Object> payload) {
        return new Trace(
                UUID.randomUUID(),
                new Trace.Origin(source, channel, from),
                kind,
                new TraceTime(from, kind == TraceKind.MARK ? null : from, to),
                new Trace.Person("key", "Name"),
                new Trace.Subject(UUID.randomUUID(), null, null),
                payload,
                new TraceMatch(LEARNER, MatchMethod.EMAIL));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }

    /** 09:00 to 12:30 in Paris with a break of a quarter of an hour: 195 minutes taught. */
    private static SessionInfo session(Modality modality) {
        return new SessionInfo(
                UUID.randomUUID(),
                "S",
                "Séance",
                new SessionInfo.Course(UUID.randomUUID(), "Groupe", null, null),
                new SessionInfo.Person(UUID.randomUUID(), "Formatrice"),
                new SessionInfo.Schedule(
                        LocalDate.of(2026, 11, 23),
                        at("08:00"),
                        at("11:30"),
                        List.of(new TimeSlot(at("09:30"), at("09:45"))),
                        195),
                new SessionInfo.Place(UUID.randomUUID(), "Paris", ZoneId.of("Europe/Paris"), modality, null, null),
                new SessionInfo.Progress(SessionState.OPEN, null));
    }
}
