package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import fr.educentre.assidu.sources.simulator.FakeBigBlueButtonServer;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that is set up. */
@AssiduIT
class ServerIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    BigBlueButtonSettings settings;

    @Autowired
    BigBlueButtonSetup setup;

    @Autowired
    WebhookRegistrationJob keeping;

    @Autowired
    MeetingPollingJob rounds;

    @Autowired
    BigBlueButtonReports reports;

    @Autowired
    BigBlueButtonClient api;

    private VirtualClass room;

    @BeforeEach
    void a_server_is_set_up() throws Exception {
        room = new VirtualClass(sql, calls, background, 2);
        set("url", room.peer.url());
    }

    @AfterEach
    void taken_away() {
        sql.sql("delete from connector_setting where connector = 'bigbluebutton'")
                .update();
        clock.advance(Duration.ofSeconds(6));
        settings.server();
        room.close();
    }

    private void set(String name, String value) {
        sql.sql(
                        "insert into connector_setting (connector, name, value, set_by, set_at) values ('bigbluebutton', ?, ?, 't', now())"
                                + " on conflict (connector, name) do update set value = excluded.value")
                .params(name, value)
                .update();
        clock.advance(Duration.ofSeconds(6));
    }

    @Test
    void the_web_hook_is_registered_again_after_the_server_dropped_it() {
        keeping.run(new NextRun());
        assertThat(room.peer.hooks()).containsExactly("http://assidu.test/hooks/bigbluebutton");
        keeping.run(new NextRun());
        assertThat(room.peer.hooks()).hasSize(1);
        room.peer.dropHooks();
        keeping.run(new NextRun());
        assertThat(room.peer.hooks()).hasSize(1);
    }

    @Test
    void a_registration_that_fails_is_tried_again_and_never_throws() {
        for (FakeBigBlueButtonServer.Fault fault : FakeBigBlueButtonServer.Fault.values()) {
            room.peer.dropHooks();
            room.peer.fail(fault);
            keeping.run(new NextRun());
        }
        keeping.run(new NextRun());
        assertThat(room.peer.hooks()).hasSize(1);
    }

    @Test
    void the_setup_says_step_by_step_what_works_and_what_to_mend() {
        room.peer.dropHooks();
        assertThat(outcomes()).containsExactly(Outcome.OK, Outcome.OK, Outcome.OK, Outcome.OK);
        assertThat(texts()).anyMatch(text -> text.contains("s’y abonnera"));
        keeping.run(new NextRun());
        assertThat(texts()).anyMatch(text -> text.contains("est abonné"));

        room.peer.withoutHooks();
        assertThat(setup.test())
                .anyMatch(check ->
                        check.outcome() == Outcome.MISSING && check.text().contains("apt install bbb-webhooks"));

        room.peer.withoutSha256();
        assertThat(setup.test())
                .anyMatch(check ->
                        check.outcome() == Outcome.FAILED && check.text().contains("supportedChecksumAlgorithms"));

        set("secret", "another");
        assertThat(setup.test())
                .anyMatch(check ->
                        check.outcome() == Outcome.FAILED && check.text().contains("refuse le secret"));

        set("url", "http://127.0.0.1:1/bigbluebutton");
        assertThat(setup.test())
                .anyMatch(check ->
                        check.outcome() == Outcome.FAILED && check.text().contains("ne répond pas"));
        set("url", "classe");
        assertThat(setup.test())
                .anyMatch(check ->
                        check.outcome() == Outcome.FAILED && check.text().contains("n’est pas une adresse"));
    }

    @Test
    void a_room_is_opened_once_and_each_link_brings_its_own_person_back() throws Exception {
        JsonNode opened = json(send("POST", "/meeting", room.authorization()), 200);
        assertThat(opened.path("meetingId").asString()).isEqualTo(room.meeting);
        assertThat(opened.path("alreadyOpen").asBoolean()).isFalse();
        assertThat(json(send("POST", "/meeting", room.authorization()), 200)
                        .path("alreadyOpen")
                        .asBoolean())
                .isTrue();
        JsonNode links = json(send("GET", "/join-links", room.authorization()), 200);
        assertThat(links.path("items").size()).isEqualTo(2);
        assertThat(links.path("trainer").asString()).contains("role=MODERATOR", "userID=" + room.centre.trainer);
        for (JsonNode link : links.path("items")) {
            assertThat(link.path("url").asString())
                    .contains("role=VIEWER", "userID=" + link.path("learnerId").asString());
            assertThat(calls.send(HttpRequest.newBuilder(
                                            URI.create(link.path("url").asString()))
                                    .build())
                            .body())
                    .contains("successfullyJoined");
        }
        assertThat(api.call(
                        settings.server().orElseThrow(), "getMeetingInfo", java.util.Map.of("meetingID", room.meeting)))
                .isInstanceOfSatisfying(
                        RemoteResult.Success.class,
                        ok -> assertThat(MeetingInfo.of((BigBlueButtonXml) ok.value())
                                        .people())
                                .containsOnlyKeys(
                                        "poll:" + room.centre.learners.get(0), "poll:" + room.centre.learners.get(1)));
    }

    @Test
    void a_learner_joins_around_the_session_and_nobody_elses() {
        String learner = "l-" + room.centre.code;
        calls.account(learner, Role.LEARNER, room.centre.learners.getFirst());
        calls.account("x-" + learner, Role.LEARNER, SmallCentre.id());
        calls.account("t-" + learner, Role.TRAINER, SmallCentre.id());
        assertThat(send("POST", "/join", calls.authorization("x-" + learner)).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/meeting", calls.authorization("t-" + learner)).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/meeting", calls.authorization(learner)).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/join", calls.authorization(learner)).statusCode())
                .isEqualTo(409);
        clock.set(VirtualClass.START.minus(Duration.ofMinutes(10)));
        JsonNode link = json(send("POST", "/join", calls.authorization(learner)), 200);
        assertThat(link.path("url").asString()).contains("userID=" + room.centre.learners.getFirst());
        room.peer.fail(FakeBigBlueButtonServer.Fault.BROKEN);
        assertThat(send("POST", "/meeting", room.authorization()).statusCode()).isEqualTo(409);
    }

    @Test
    void without_web_hooks_a_session_is_polled_and_with_them_it_is_not() throws Exception {
        room.at(-3);
        room.peer.create(room.meeting, "x", java.util.Map.of());
        room.join(0);
        clock.set(VirtualClass.START.minus(Duration.ofMinutes(2)));
        rounds.run(new NextRun());
        room.understood();
        assertThat(sql.sql("select count(*) from evidence where session_id = ? and kind = 'JOINED' and channel = 'API'")
                        .param(room.session)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        reports.fetchNow(room.session);
        room.peer.end(room.meeting);
        room.peer.forget(room.meeting);
        clock.advance(Duration.ofSeconds(20));
        reports.fetchNow(room.session);
        room.understood();
        assertThatThrownBy(() -> reports.fetchNow(room.session))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("refusal.bigbluebutton.notRunning"));

        keeping.run(new NextRun());
        room.peer.create(room.meeting, "y", java.util.Map.of());
        room.peer.sendHooks(FakeBigBlueButtonServer.Order.AS_HAPPENED, 0);
        room.understood();
        long before = polls();
        rounds.run(new NextRun());
        assertThat(polls()).isEqualTo(before);
    }

    private long polls() {
        return room.peer.calls().stream()
                .filter(("getMeetingInfo " + room.meeting)::equals)
                .count();
    }

    private List<Outcome> outcomes() {
        return setup.test().stream().map(Check::outcome).toList();
    }

    private List<String> texts() {
        return setup.test().stream().map(Check::text).toList();
    }

    private HttpResponse<String> send(String verb, String path, String authorization) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + room.session + path))
                .header("Authorization", authorization)
                .method(verb, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
