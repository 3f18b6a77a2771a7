package fr.educentre.assidu.sources.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import fr.educentre.assidu.sources.simulator.FakeGraphServer;
import fr.educentre.assidu.sources.simulator.FakeGraphServer.Fault;
import fr.educentre.assidu.sources.simulator.GraphCall;
import fr.educentre.assidu.sources.simulator.GraphMeeting.Attendee;
import fr.educentre.assidu.sources.simulator.GraphMeeting.Held;
import fr.educentre.assidu.sources.simulator.GraphMeeting.Stay;
import fr.educentre.assidu.sources.simulator.GraphSubscriptions;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.workflow.DurableJobs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class TeamsIT {

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
    TeamsReports reports;

    @Autowired
    OverdueTeamsReportsJob watch;

    @Autowired
    TeamsSetup setup;

    @Autowired
    DeliveryIntake intake;

    @Autowired
    DurableJobs jobs;

    private final JsonMapper json = JsonMapper.builder().build();
    private FakeGraphServer peer;

    @BeforeEach
    void graph() throws IOException {
        peer = new FakeGraphServer();
        jobs.submitAt(
                OverdueTeamsReportsJob.TYPE, new NextRun(), clock.instant().plus(Duration.ofDays(300)));
    }

    @AfterEach
    void no_connection_is_left() {
        sql.sql("delete from connector_setting where connector = 'teams'").update();
        sql.sql("delete from teams_subscription").update();
        // nor anything that a poll of another test would ask for
        sql.sql("update training_session set stored_state = 'CANCELLED' where meeting_provider = 'TEAMS'"
                        + " and title = 'Atelier'")
                .update();
        peer.close();
    }

    private TeamsClass held(String start, int learners) {
        var held = new TeamsClass(sql, calls, Instant.parse(start), learners);
        clock.set(held.at(186));
        return held;
    }

    private void connected() {
        set("tenant-id", FakeGraphServer.TENANT);
        set("client-id", FakeGraphServer.CLIENT);
        set("client-secret", FakeGraphServer.SECRET);
        set("token-url", peer.tokenUrl());
        set("api-url", peer.url());
        set("notification-url", calls.uri("/hooks/teams").toString());
        clock.advance(Duration.ofSeconds(6));
    }

    private void set(String name, String value) {
        sql.sql(
                        "insert into connector_setting (connector, name, value, set_by, set_at) values ('teams', ?, ?, 'test', now())"
                                + " on conflict (connector, name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }

    private static Attendee attendee(TeamsClass held, int number, String entra, Stay... stays) {
        return new Attendee(entra, held.centre.email(number), "Lou Apprenant" + number, "Attendee", List.of(stays));
    }

    private static Stay stay(TeamsClass held, int from, int to) {
        return new Stay(held.at(from).plusNanos(278_218_200), held.at(to).plusNanos(721_849_100));
    }

    private static String entra(TeamsClass held, int number) {
        return "entra-" + held.centre.code + "-" + number;
    }

    @Test
    void the_address_is_validated_by_plain_text_and_nothing_else() {
        var held = held("2026-10-05T07:00:00Z", 1);
        HttpResponse<String> answer =
                held.hook("?validationToken=Validation%3a+%3cscript%3ealert(1)%3c%2fscript%3e+%26+%c3%a9", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Validation: <script>alert(1)</script> & é");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void a_notification_without_its_secret_is_refused_and_nothing_of_it_kept() {
        var held = held("2026-10-06T07:00:00Z", 1);
        List<Map<String, Object>> events =
                new GraphCall(held.meeting).started(held.at(0)).events();
        String right = held.notification(TeamsClass.STATE, events);
        String mixed =
                right.replace("{\"value\":[", "{\"value\":[{\"clientState\":\"another\",\"subscriptionId\":\"x\"},");
        for (String body : List.of(
                held.notification("another", events),
                mixed,
                right.replace("clientState", "noState"),
                "{\"value\":[]}",
                "{}",
                "[]",
                "hello",
                "")) {
            HttpResponse<String> answer = held.hook("", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
        assertThat(deliveries(held)).isZero();
        assertThat(held.tell(right)).isEqualTo(202);
        assertThat(deliveries(held)).isEqualTo(1);
    }

    private long deliveries(TeamsClass held) {
        return sql.sql("select count(*) from delivery where connector = 'teams' and position(?::bytea in bytes) > 0")
                .param(held.centre.code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }

    private static List<Map<String, Object>> callOf(TeamsClass held) {
        String first = held.centre.learners.get(0).toString();
        String second = held.centre.learners.get(1).toString();
        return new GraphCall(held.meeting)
                .started(held.at(-10))
                .joined(held.at(-5), "p1", first, "Lou Apprenant0")
                .joined(held.at(20), "p2", second, "Lou Apprenant1")
                .joined(held.at(20), "p3", null, "iPhone")
                .left(held.at(60), "p2", second, "Lou Apprenant1")
                .joined(held.at(75), "p4", second, "Lou Apprenant1")
                .left(held.at(181), "p1", first, "Lou Apprenant0")
                .ended(held.at(182))
                .events();
    }

    @Test
    void notifications_alone_give_the_minutes_whatever_their_order_and_number() {
        var held = held("2026-10-07T07:00:00Z", 3);
        List<String> bodies = new ArrayList<>();
        List<Map<String, Object>> events = callOf(held);
        events.forEach(event -> bodies.add(held.notification(TeamsClass.STATE, List.of(event))));
        bodies.addAll(List.copyOf(bodies));
        bodies.add(held.notification(TeamsClass.STATE, events));
        Collections.shuffle(bodies, new Random(7));
        bodies.forEach(body -> assertThat(held.tell(body)).isEqualTo(202));
        background.runDue();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 180, 1, 145, 2, 0));
        assertThat(held.statuses()).containsExactly("PRESENT", "LATE", "ABSENT");
    }

    @Test
    void a_report_is_asked_for_read_page_by_page_and_completes_the_session() {
        var held = held("2026-10-08T07:00:00Z", 4);
        connected();
        peer.pages(2);
        peer.held(held.meeting.with(List.of(
                new Held(
                        "r-before",
                        held.at(-3000),
                        held.at(-2900),
                        List.of(attendee(held, 0, null, stay(held, -3000, -2900)))),
                new Held(
                        "r-1",
                        held.at(-3),
                        held.at(90),
                        List.of(
                                attendee(held, 0, entra(held, 0), stay(held, -2, 30), stay(held, 31, 90)),
                                attendee(held, 1, null, stay(held, 20, 90)),
                                new Attendee(null, null, null, "Attendee", List.of(stay(held, 0, 90))),
                                new Attendee(null, null, "Téléphone de passage", "None", List.of(stay(held, 5, 90))),
                                attendee(held, 2, entra(held, 2), new Stay(null, null)))),
                new Held(
                        "r-2",
                        held.at(95),
                        held.at(183),
                        List.of(attendee(held, 0, entra(held, 0), stay(held, 95, 183)))))));
        assertThat(reports.fetchNow(held.session)).isEqualTo(new TeamsReports.Fetched(2, 2));
        background.runDue();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 174, 1, 70, 2, 0, 3, 0));
        assertThat(held.statuses()).containsExactly("PRESENT", "PARTIAL", "ABSENT", "ABSENT");
        assertThat(peer.calls()).anyMatch(call -> call.contains("$skiptoken=2"));
        assertThat(peer.calls()).noneMatch(call -> call.contains("r-before/"));
        assertThat(reports.fetchNow(held.session)).isEqualTo(new TeamsReports.Fetched(2, 0));
    }

    @Test
    void a_report_and_the_events_of_the_same_people_do_not_double_and_the_report_is_right() {
        var held = held("2026-10-09T07:00:00Z", 2);
        connected();
        String entra = entra(held, 0);
        // its departure at 40 was never told
        var call = new GraphCall(held.meeting)
                .joined(held.at(0), "p1", entra, "Lou Apprenant0")
                .joined(held.at(30), "p2", held.centre.learners.get(1).toString(), "Lou Apprenant1")
                .left(held.at(100), "p2", held.centre.learners.get(1).toString(), "Lou Apprenant1")
                .ended(held.at(181));
        held.tell(held.notification(TeamsClass.STATE, call.events()));
        background.runDue();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 0, 1, 70));
        peer.held(held.meeting.with(List.of(
                new Held("r", held.at(0), held.at(181), List.of(attendee(held, 0, entra, stay(held, 0, 40)))))));
        reports.fetchNow(held.session);
        background.runDue();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 40, 1, 70));
        // told again after the report, the address now known by it
        held.tell(held.notification(TeamsClass.STATE, call.events()).replace("\"p1\"", "\"p9\""));
        background.runDue();
        assertThat(waiting()).isZero();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 40, 1, 70));
        assertThat(held.statuses()).doesNotContain("AWAITING_DATA");
    }

    private long waiting() {
        return sql.sql("select count(*) from delivery where connector = 'teams' and state = 'RECEIVED'")
                .query(Long.class)
                .single();
    }

    @Test
    void without_notifications_the_report_is_polled_after_the_end_through_every_fault() {
        var held = held("2026-10-12T07:00:00Z", 1);
        connected();
        peer.held(held.meeting);
        clock.set(held.at(181));
        watch.plan();
        watch.plan();
        clock.set(held.at(185).plusSeconds(2));
        background.runDue();
        assertThat(lists(held)).isEqualTo(1);
        peer.held(held.meeting.with(List.of(
                new Held("r", held.at(-1), held.at(180), List.of(attendee(held, 0, null, stay(held, -1, 180)))))));
        peer.fail(new Fault.Busy(30), new Fault.Broken(), new Fault.Cut(), new Fault.Revoked(), new Fault.Late(200));
        background.leap(held.at(195).plusSeconds(2));
        assertThat(calls(held)).hasSize(3);
        background.leap(clock.instant().plus(Duration.ofSeconds(32)));
        assertThat(calls(held)).hasSize(4);
        background.leap(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(calls(held)).hasSize(5);
        background.leap(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(held.minutes()).isEqualTo(Map.of(0, 180));
        assertThat(held.statuses()).containsExactly("PRESENT");
        assertThat(peer.tokensGiven()).isEqualTo(3);
    }

    /** Of that meeting, by its link or its identifier. */
    private List<String> calls(TeamsClass held) {
        return peer.calls().stream()
                .filter(call -> call.contains(held.centre.code)
                        || call.contains(GraphClient.encoded(held.meeting.id()))
                        || call.contains(held.meeting.id()))
                .toList();
    }

    private long lists(TeamsClass held) {
        return peer.calls().stream()
                .filter(call ->
                        call.contains("/attendanceReports") && calls(held).contains(call))
                .count();
    }

    @Test
    void coming_meetings_are_subscribed_to_renewed_made_again_and_deleted() {
        var held = new TeamsClass(sql, calls, Instant.parse("2026-10-13T07:00:00Z"), 1);
        clock.set(held.at(-600));
        connected();
        peer.subscriptions().expire(held.at(-500).toString());
        keep();
        background.runDue();
        assertThat(subscribed(held)).hasSize(1);
        var first = subscribed(held).getFirst();
        assertThat(first.clientState()).isEqualTo(TeamsClass.STATE);
        background.runDue();
        assertThat(live(held)).containsExactly(held.at(-500));

        // Graph granted less than asked for: renewed within the hour before
        peer.subscriptions().expire(null);
        clock.set(held.at(-530));
        keep();
        background.runDue();
        assertThat(live(held)).containsExactly(held.at(300));
        assertThat(subscribed(held))
                .extracting(GraphSubscriptions.Subscription::id)
                .containsExactly(first.id());

        peer.subscriptions().forget(first.id());
        assertThat(held.tell(lifecycle(first, "subscriptionRemoved"))).isEqualTo(202);
        background.runDue();
        assertThat(subscribed(held)).hasSize(1);
        assertThat(live(held)).hasSize(1);
        var second = subscribed(held).getFirst();

        long renewals = renewals();
        held.tell(lifecycle(second, "reauthorizationRequired"));
        background.runDue();
        assertThat(renewals()).isEqualTo(renewals + 1);

        // whom it tells of is known by the subscription alone
        Map<String, Object> item = GraphSubscriptions.item(
                second,
                new GraphCall(held.meeting)
                        .joined(held.at(0), "p", held.centre.learners.getFirst().toString(), "Lou")
                        .events()
                        .getFirst());
        item.put("resource", "communications/meetingCallEvents");
        peer.subscriptions().tell(second.notificationUrl(), json.writeValueAsString(Map.of("value", List.of(item))));
        background.runDue();
        assertThat(sql.sql("select count(*) from evidence where session_id = ?")
                        .param(held.session)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        clock.set(held.at(301));
        keep();
        background.runDue();
        assertThat(subscribed(held)).isEmpty();
        assertThat(live(held)).isEmpty();
    }

    private void keep() {
        jobs.submit(SubscriptionMaintenanceJob.TYPE, new NextRun());
    }

    private long renewals() {
        return peer.calls().stream().filter(call -> call.startsWith("PATCH")).count();
    }

    private List<GraphSubscriptions.Subscription> subscribed(TeamsClass held) {
        return peer.subscriptions().all().stream()
                .filter(one -> one.resource().contains(held.centre.code))
                .toList();
    }

    private List<Instant> live(TeamsClass held) {
        return sql
                .sql("select expires_at from teams_subscription where meeting_key = ? and removed_at is null")
                .param(held.meeting.threadId())
                .query(java.time.OffsetDateTime.class)
                .list()
                .stream()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).toInstant())
                .toList();
    }

    private String lifecycle(GraphSubscriptions.Subscription one, String event) {
        return json.writeValueAsString(Map.of(
                "value",
                List.of(Map.of(
                        "subscriptionId",
                        one.id(),
                        "clientState",
                        one.clientState(),
                        "tenantId",
                        FakeGraphServer.TENANT,
                        "lifecycleEvent",
                        event))));
    }

    @Test
    void a_meeting_no_session_has_waits_visibly_until_one_has_it() {
        var held = held("2026-10-14T07:00:00Z", 1);
        sql.sql("update training_session set meeting_id = 'other', meeting_url = null where id = ?")
                .param(held.session)
                .update();
        held.tell(held.notification(TeamsClass.STATE, callOf1(held)));
        background.runDue();
        assertThat(problem(held)).contains("Aucune séance Teams");
        sql.sql("update training_session set meeting_url = upper(?) where id = ?")
                .params(held.meeting.joinUrl(), held.session)
                .update();
        UUID delivery = sql.sql("select id from delivery where connector = 'teams' and position(?::bytea in bytes) > 0")
                .param(held.centre.code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(UUID.class)
                .single();
        intake.again(delivery);
        background.runDue();
        assertThat(held.minutes()).isEqualTo(Map.of(0, 180));
    }

    private static List<Map<String, Object>> callOf1(TeamsClass held) {
        String first = held.centre.learners.getFirst().toString();
        return new GraphCall(held.meeting)
                .joined(held.at(-5), "p1", first, "Lou")
                .left(held.at(181), "p1", first, "Lou")
                .ended(held.at(181))
                .events();
    }

    private String problem(TeamsClass held) {
        return Reading.sentence(
                sql.sql(
                                "select coalesce(problem, '') from delivery where connector = 'teams' and position(?::bytea in bytes) > 0")
                        .param(held.centre.code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(String.class)
                        .single(),
                texts);
    }

    @Test
    void the_test_of_the_connection_says_what_is_missing_and_what_to_do() {
        var held = held("2026-10-15T07:00:00Z", 1);
        assertThat(setup.test())
                .filteredOn(check -> check.outcome() == Outcome.MISSING)
                .hasSize(4);
        connected();
        peer.held(held.meeting);
        assertThat(setup.test()).extracting(check -> check.outcome()).containsOnly(Outcome.OK);

        peer.roles("OnlineMeetings.Read.All");
        assertThat(failures()).singleElement().asString().contains("OnlineMeetingArtifact.Read.All");
        peer.roles("OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All");

        peer.fail(Fault.noPolicy());
        assertThat(failures())
                .singleElement()
                .asString()
                .contains("New-CsApplicationAccessPolicy -Identity Assidu -AppIds \"" + FakeGraphServer.CLIENT + "\"")
                .contains("Grant-CsApplicationAccessPolicy -PolicyName Assidu -Identity \"" + TeamsClass.ORGANIZER
                        + "\"");
        peer.fail(Fault.noPermission("OnlineMeetings.Read.All, OnlineMeetings.ReadWrite.All"));
        assertThat(failures()).singleElement().asString().contains("OnlineMeetings.Read.All");

        set("client-secret", "wrong");
        clock.advance(Duration.ofSeconds(6));
        assertThat(failures()).singleElement().asString().contains("AADSTS7000215");
        set("client-id", "wrong");
        clock.advance(Duration.ofSeconds(6));
        assertThat(failures()).singleElement().asString().contains("AADSTS700016");
        set("token-url", peer.url() + "/elsewhere/oauth2/v2.0/token");
        clock.advance(Duration.ofSeconds(6));
        assertThat(failures()).singleElement().asString().contains("AADSTS90002");

        set("token-url", "http://127.0.0.1:1/token");
        clock.advance(Duration.ofSeconds(6));
        assertThat(failures()).singleElement().asString().contains("ne répond pas");
        assertThatThrownBy(() -> reports.fetchNow(held.session)).isInstanceOf(Refusal.class);
    }

    private List<String> failures() {
        return setup.test().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(check -> check.text())
                .toList();
    }
}
