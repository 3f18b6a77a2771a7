package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.simulator.FakeBigBlueButtonServer;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class BigBlueButtonIT {

    private static final List<String> EXPECTED = List.of(
            "PRESENT 180", "LATE 165", "LEFT_EARLY 160", "PARTIAL 100", "ABSENT 0", "PRESENT 160", "PRESENT 170");

    @Autowired
    JdbcClient sql;

    @Autowired
    Texts texts;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    BigBlueButtonSettings settings;

    @Autowired
    BigBlueButtonClient api;

    @Autowired
    MeetingPoller polls;

    @Autowired
    BigBlueButtonReports reports;

    private VirtualClass room;

    @BeforeEach
    void a_class_of_seven() throws Exception {
        room = new VirtualClass(sql, calls, background, 7);
        assertThat(api.call(room.server().known(), "hooks/create", Map.of("callbackURL", settings.hookUrl())))
                .isInstanceOf(RemoteResult.Success.class);
    }

    @AfterEach
    void closed() {
        room.close();
    }

    private void open() {
        room.peer.create(
                room.meeting,
                "Atelier & Cie",
                Map.of(
                        "meta_endCallbackUrl",
                        settings.endUrl(room.meeting, VirtualClass.SECRET),
                        "meta_analytics-callback-url",
                        settings.analyticsUrl()));
    }

    /** The seven as EXPECTED says: the sixth with two devices that overlap, the last with a name hard to encode. */
    private void held() {
        room.at(-10);
        open();
        room.at(-5).join(0);
        room.at(0).join(2).join(5);
        room.peer.join(room.meeting, "L-" + room.centre.code + "6", "Anaïs + Zoé & Cie = 100 %", false);
        room.at(15).join(1);
        room.at(30).join(5);
        room.at(60).join(3);
        room.at(100).leave(5);
        room.at(120).join(5);
        room.at(160).leave(2).leave(3);
        room.at(170);
        room.peer.leave(room.meeting, "L-" + room.centre.code + "6");
        room.at(179);
        room.at(181).leave(0);
        assertThat(room.at(182).peer.end(room.meeting)).isEqualTo(200);
    }

    @Test
    void web_hooks_alone_give_statuses_and_minutes() throws Exception {
        held();
        assertThat(room.peer.sendHooks(FakeBigBlueButtonServer.Order.AS_HAPPENED, 0))
                .isNotEmpty()
                .containsOnly(200);
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doubled_and_shuffled_web_hooks_give_the_same(long seed) throws Exception {
        held();
        assertThat(room.peer.sendHooks(FakeBigBlueButtonServer.Order.SHUFFLED, seed))
                .containsOnly(200);
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
    }

    @Test
    void the_analytics_alone_give_the_same_once_and_then_202() throws Exception {
        held();
        room.at(clock.instant());
        assertThat(room.peer.sendAnalytics(room.meeting, true)).isEqualTo(200);
        assertThat(room.peer.sendAnalytics(room.meeting, true)).isEqualTo(202);
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
        assertThat(outcomes("déjà été pris en compte")).isPositive();
    }

    @Test
    void older_analytics_without_sessions_give_the_same() throws Exception {
        held();
        room.at(clock.instant());
        assertThat(room.peer.sendAnalytics(room.meeting, false)).isEqualTo(200);
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
    }

    @Test
    void web_hooks_and_analytics_together_count_once() throws Exception {
        held();
        room.at(clock.instant());
        assertThat(room.peer.sendAnalytics(room.meeting, true)).isEqualTo(200);
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.SHUFFLED, 4);
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
    }

    @Test
    void a_fresh_end_leaves_time_to_late_departures() throws Exception {
        held();
        clock.set(VirtualClass.START.plus(Duration.ofMinutes(182)));
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.AS_HAPPENED, 0);
        room.understood();
        assertThat(room.attendance()).allMatch(row -> row.startsWith("AWAITING_DATA"));
        clock.advance(Duration.ofMinutes(4));
        room.understood();
        assertThat(room.attendance()).isEqualTo(EXPECTED);
    }

    @Test
    void a_meeting_that_ends_long_before_the_session_leaves_it_open() throws Exception {
        room.at(0);
        open();
        room.join(0);
        room.at(60).peer.end(room.meeting);
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.AS_HAPPENED, 0);
        room.understood();
        assertThat(room.attendance().getFirst()).isEqualTo("AWAITING_DATA 60");
        room.at(62);
        open();
        room.join(0);
        room.at(181).peer.end(room.meeting);
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.TWICE, 0);
        room.understood();
        assertThat(room.attendance().getFirst()).isEqualTo("PRESENT 178");
    }

    @Test
    void who_cannot_show_the_secret_is_refused_and_nothing_is_kept() {
        String body = "domain=d&event=%5B%5D&timestamp=1";
        long before = deliveries();
        for (String query : List.of("", "?checksum=", "?checksum=" + "0".repeat(40), "?checksum=" + "0".repeat(64))) {
            assertThat(post("/hooks/bigbluebutton" + query, body, null).statusCode())
                    .isEqualTo(401);
        }
        assertThat(post("/hooks/bigbluebutton", body, "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(post("/hooks/bigbluebutton/analytics", "{}", null).statusCode())
                .isEqualTo(401);
        assertThat(post("/hooks/bigbluebutton/analytics", "{}", "Bearer " + VirtualClass.SECRET)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/hooks/bigbluebutton/end?meeting=m&token=0").statusCode())
                .isEqualTo(401);
        assertThat(get("/hooks/bigbluebutton/end").statusCode()).isEqualTo(401);
        assertThat(deliveries()).isEqualTo(before);
    }

    @Test
    void a_checksum_of_any_length_is_taken_over_either_address_and_a_bearer_instead() throws Exception {
        String body = "domain=d&event=" + encoded(joined(0, 0)) + "&timestamp=1";
        String here = calls.uri("/hooks/bigbluebutton").toString();
        for (String url : List.of(settings.hookUrl(), here)) {
            for (String algorithm : List.of("SHA-1", "SHA-256", "SHA-384", "SHA-512")) {
                String checksum = BigBlueButtonSignatures.ofCall(algorithm, url, body, VirtualClass.SECRET);
                assertThat(post("/hooks/bigbluebutton?checksum=" + checksum, body, null)
                                .statusCode())
                        .as(url + " " + algorithm)
                        .isEqualTo(200);
            }
        }
        String checksum = BigBlueButtonSignatures.ofCall("SHA-1", here + "?centre=1", body, VirtualClass.SECRET);
        assertThat(post("/hooks/bigbluebutton?centre=1&checksum=" + checksum, body, null)
                        .statusCode())
                .isEqualTo(200);
        String bare = "event=" + encoded(joined(1, 5).replaceAll("^\\[|]$", ""));
        assertThat(post("/hooks/bigbluebutton", bare, "Bearer " + VirtualClass.SECRET)
                        .statusCode())
                .isEqualTo(200);
        room.understood();
        assertThat(sql.sql("select count(*) from evidence where session_id = ? and kind = 'JOINED'")
                        .param(room.session)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_meeting_no_session_has_waits_until_one_does_and_other_events_are_nothing() throws Exception {
        String meeting = room.meeting;
        sql.sql("update training_session set meeting_id = 'autre' where id = ?")
                .param(room.session)
                .update();
        room.at(0);
        room.peer.create(meeting, "x", Map.of());
        room.join(0);
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.AS_HAPPENED, 0);
        post(
                "/hooks/bigbluebutton",
                "event=" + encoded("[{\"data\":{\"type\":\"event\",\"id\":\"chat-group-message-sent\"}}]"),
                "Bearer " + VirtualClass.SECRET);
        post("/hooks/bigbluebutton", "event=%5B", "Bearer " + VirtualClass.SECRET);
        room.understood();
        assertThat(problems("« " + meeting + " »")).isEqualTo(1);
        assertThat(problems("bbb-webhooks")).isPositive();
        assertThat(outcomes("Événement sans rapport")).isPositive();
    }

    @Test
    void analytics_of_a_session_called_off_are_gone() throws Exception {
        held();
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(room.session)
                .update();
        room.at(clock.instant());
        assertThat(room.peer.sendAnalytics(room.meeting, true)).isEqualTo(410);
    }

    @Test
    void guests_are_proposed_by_name_once_for_all_their_visits() throws Exception {
        room.at(0);
        open();
        for (int visit = 0; visit < 3; visit++) {
            room.at(visit * 10);
            room.peer.join(room.meeting, "", "Lou Apprenant3", false);
            room.at(visit * 10 + 5).peer.leave(room.meeting, "Lou Apprenant3");
        }
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.TWICE, 0);
        room.understood();
        assertThat(sql.sql("select person_name from evidence_proposal where session_id = ?")
                        .param(room.session)
                        .query(String.class)
                        .list())
                .containsExactly("Lou Apprenant3");
    }

    @Test
    void polls_find_who_is_there_to_the_minute_and_the_analytics_then_say_it_exactly() throws Exception {
        room.at(-3);
        open();
        poll(-2);
        room.at(-1).join(0);
        polled(-0.5, 12);
        room.at(14).join(1);
        polled(14.5, 99.5);
        room.at(100.2).leave(1);
        polled(102, 179.5);
        room.at(181).peer.end(room.meeting);
        poll(182);
        clock.advance(Duration.ofMinutes(4));
        room.understood();
        assertThat(room.attendance().subList(0, 3)).containsExactly("PRESENT 180", "PARTIAL 87", "ABSENT 0");
        assertThat(sql.sql("select count(*) from evidence where session_id = ? and payload @> '{\"polled\": true}'")
                        .param(room.session)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);

        room.at(clock.instant());
        assertThat(room.peer.sendAnalytics(room.meeting, true)).isEqualTo(200);
        room.understood();
        assertThat(room.attendance().subList(0, 3)).containsExactly("PRESENT 180", "PARTIAL 86", "ABSENT 0");
    }

    private void polled(double from, double to) throws InterruptedException {
        for (double minutes = from; minutes <= to; minutes += 2.5) {
            poll(minutes);
        }
    }

    @Test
    void a_person_asks_for_the_state_of_a_meeting_and_is_told_why_not() throws Exception {
        assertThatThrownBy(() -> reports.fetchNow(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> reports.fetchNow(room.session))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.bigbluebutton.notConfigured"));
    }

    private void poll(double minutes) throws InterruptedException {
        clock.set(VirtualClass.START.plus(Duration.ofSeconds(Math.round(minutes * 60))));
        assertThat(polls.poll(room.server().known(), room.meeting)).isEqualTo(MeetingPoller.Polled.KEPT);
        room.understood();
    }

    private String joined(int learner, int minutes) {
        return "[{\"data\":{\"type\":\"event\",\"id\":\"user-joined\",\"attributes\":{\"meeting\":{\"internal-meeting-id\":\"i-"
                + room.meeting + "\",\"external-meeting-id\":\"" + room.meeting
                + "\"},\"user\":{\"internal-user-id\":\"w_" + learner + "\",\"external-user-id\":\""
                + room.centre.learners.get(learner) + "\",\"name\":\"Lou\",\"role\":\"VIEWER\"}},\"event\":{\"ts\":"
                + VirtualClass.START.plusSeconds(minutes * 60L).toEpochMilli() + "}}}]";
    }

    private HttpResponse<String> post(
            String path, String body, @org.jspecify.annotations.Nullable String authorization) {
        var request = HttpRequest.newBuilder(calls.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return calls.send(request.build());
    }

    private HttpResponse<String> get(String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path)).build());
    }

    private long deliveries() {
        return sql.sql("select count(*) from delivery where connector = 'bigbluebutton'")
                .query(Long.class)
                .single();
    }

    private long problems(String words) {
        return deliveriesWith("problem", words);
    }

    private long outcomes(String words) {
        return deliveriesWith("outcome", words);
    }

    private long deliveriesWith(String column, String words) {
        return sql
                .sql("select " + column + " from delivery where connector = 'bigbluebutton' and " + column
                        + " is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(stored -> Reading.sentence(stored, texts).contains(words))
                .count();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
