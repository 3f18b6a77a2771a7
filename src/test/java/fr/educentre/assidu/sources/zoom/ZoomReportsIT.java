package fr.educentre.assidu.sources.zoom;

import static fr.educentre.assidu.sources.zoom.ZoomClass.paris;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import fr.educentre.assidu.sources.simulator.FakeZoomMeeting;
import fr.educentre.assidu.sources.simulator.FakeZoomServer;
import fr.educentre.assidu.sources.simulator.FakeZoomServer.Fault;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The participants report and registrations, against a simulated Zoom. */
@AssiduIT
class ZoomReportsIT {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    ZoomReports reports;

    @Autowired
    ZoomSetup setup;

    private FakeZoomServer peer;

    @BeforeEach
    void zoom_may_be_asked() throws IOException {
        background.forgetPlanned(ZoomReportSchedule.TYPE.name());
        peer = new FakeZoomServer();
        set("account-id", FakeZoomServer.ACCOUNT);
        set("client-id", FakeZoomServer.CLIENT);
        set("client-secret", FakeZoomServer.SECRET);
        set("token-url", peer.tokenUrl());
        set("api-url", peer.url());
    }

    @AfterEach
    void or_not() {
        sql.sql("delete from connector_setting where connector = 'zoom'").update();
        peer.close();
    }

    private void set(String name, String value) {
        sql.sql("""
                insert into connector_setting (connector, name, value, set_by, set_at) values ('zoom', ?, ?, 'test', now())
                on conflict (connector, name) do update set value = excluded.value
                """).params(name, value).update();
        // what was read before is known for a few seconds
        clock.advance(Duration.ofSeconds(10));
    }

    @Test
    void what_the_webhooks_lost_comes_with_the_report() {
        clock.set(paris("2026-11-17T12:00:30"));
        var its = new ZoomClass(sql, calls, clock, background, 4);
        UUID session = its.session(paris("2026-11-17T09:00"));
        FakeZoomMeeting run = its.run(
                paris("2026-11-17T09:00"),
                paris("2026-11-17T12:00"),
                its.stay(0, "1", paris("2026-11-17T09:00"), paris("2026-11-17T10:00")),
                its.stay(1, "2", paris("2026-11-17T09:00"), paris("2026-11-17T12:00")),
                its.stay(2, "3", paris("2026-11-17T08:50"), paris("2026-11-17T09:30"))
                        .inWaitingRoom(),
                its.stay(2, "4", paris("2026-11-17T09:30"), paris("2026-11-17T12:00")));
        peer.held(run);
        // learner 0's departure and learner 1's arrival never come
        its.send(its.emitter.events(run).stream()
                .filter(event -> !(event.body().contains(its.centre.email(0))
                                && event.body().contains("participant_left"))
                        && !(event.body().contains(its.centre.email(1))
                                && event.body().contains("participant_joined")))
                .toList());
        its.understood();
        assertThat(its.attendance(session))
                .containsEntry(0, "AWAITING_DATA 180")
                .containsEntry(1, "AWAITING_DATA 0");
        clock.advance(Duration.ofMinutes(6));
        its.assertAttendance(session, "PARTIAL 60", "PRESENT 180", "LATE 150", "ABSENT 0");
        assertThat(peer.calls()).isNotEmpty().allMatch(call -> call.contains("/report/meetings/%252F"));
    }

    @Test
    void who_was_never_let_in_is_not_called_absent() {
        clock.set(paris("2026-11-17T12:00:30"));
        var its = new ZoomClass(sql, calls, clock, background, 3);
        UUID session = its.session(paris("2026-11-17T09:00"));
        FakeZoomMeeting run = its.run(
                paris("2026-11-17T09:00"),
                paris("2026-11-17T12:00"),
                its.stay(0, "1", paris("2026-11-17T09:00"), paris("2026-11-17T12:00")),
                its.stay(1, "2", paris("2026-11-17T09:00"), paris("2026-11-17T09:50"))
                        .inWaitingRoom());
        peer.held(run);
        its.send(its.emitter.events(run));
        its.understood();
        clock.advance(Duration.ofMinutes(6));
        its.assertAttendance(session, "PRESENT 180", "AWAITING_DATA 0", "ABSENT 0");
    }

    @Test
    void pages_are_read_to_the_end_and_a_limit_is_respected() {
        clock.set(paris("2026-11-18T12:00:30"));
        var its = new ZoomClass(sql, calls, clock, background, 9);
        UUID session = its.session(paris("2026-11-18T09:00"));
        List<FakeZoomMeeting.Stay> stays = new ArrayList<>();
        for (int learner = 0; learner < 9; learner++) {
            stays.add(its.stay(learner, "c" + learner, paris("2026-11-18T09:00"), paris("2026-11-18T12:00")));
        }
        FakeZoomMeeting run = its.run(paris("2026-11-18T09:00"), paris("2026-11-18T12:00"), stays);
        peer.held(run);
        peer.pages(2);
        peer.fail(new Fault.Busy(90));
        its.send(List.of(its.emitter.events(run).getLast()));
        clock.advance(Duration.ofMinutes(5));
        background.runDue();
        assertThat(peer.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(60));
        assertThat(peer.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(35));
        its.assertAttendance(session, ZoomClass.times(9, "PRESENT 180").toArray(String[]::new));
        assertThat(peer.calls()).hasSize(1 + 5);
        assertThat(peer.tokensGiven()).isEqualTo(1);
        assertThat(sql.sql(
                                "select count(*) from delivery where connector = 'zoom' and headers->>'zoom-report-instance' = ?"
                                        + " and state = 'PROCESSED'")
                        .param(run.uuid())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void a_late_broken_or_cut_report_is_asked_for_again() {
        clock.set(paris("2026-11-19T12:00:30"));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        UUID session = its.session(paris("2026-11-19T09:00"));
        FakeZoomMeeting run = its.run(
                paris("2026-11-19T09:00"),
                paris("2026-11-19T12:00"),
                its.stay(0, "1", paris("2026-11-19T09:00"), paris("2026-11-19T12:00")));
        peer.held(run);
        peer.fail(new Fault.Lag(), new Fault.Cut(), new Fault.Broken(), new Fault.Revoked());
        its.send(List.of(its.emitter.events(run).getLast()));
        clock.advance(Duration.ofMinutes(6));
        background.runDue();
        assertThat(peer.calls()).hasSize(1);
        background.leap(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(peer.calls()).hasSize(2);
        background.leap(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(peer.calls()).hasSize(3);
        background.leap(clock.instant().plus(Duration.ofMinutes(3)));
        its.assertAttendance(session, "PRESENT 180", "ABSENT 0");
        assertThat(peer.calls()).hasSize(5);
    }

    @Test
    void a_person_gets_the_report_of_a_meeting_no_webhook_told_of() {
        clock.set(paris("2026-11-20T13:00"));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        UUID session = its.session(paris("2026-11-20T09:00"));
        assertThatThrownBy(() -> reports.fetchNow(session))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.zoom.noInstance"));
        peer.held(its.run(
                paris("2026-11-20T08:55"),
                paris("2026-11-20T12:00"),
                its.stay(0, "1", paris("2026-11-20T09:00"), paris("2026-11-20T12:00"))));
        assertThat(reports.offered(session)).isTrue();
        assertThat(reports.fetchNow(session)).isEqualTo(new ZoomReports.Fetched(1, 1));
        its.assertAttendance(session, "PRESENT 180", "ABSENT 0");
        reports.fetchNow(session);
        its.understood();
        assertThat(its.traces(session)).isEqualTo(1);
    }

    @Test
    void each_learner_has_a_link_of_their_own_and_is_known_by_it() {
        clock.set(paris("2026-11-23T12:10"));
        var its = new ZoomClass(sql, calls, clock, background, 4);
        sql.sql("update learner set email = null where id = ?")
                .param(its.centre.learners.get(2))
                .update();
        UUID session = its.session(paris("2026-11-23T09:00"));
        String path = "/api/v1/sessions/" + session + "/registrations";
        assertThat(states(its.get(path)))
                .containsExactly("NOT_REGISTERED", "NOT_REGISTERED", "NO_EMAIL", "NOT_REGISTERED");
        JsonNode registered = its.body(its.post(path));
        assertThat(states(registered)).containsExactly("REGISTERED", "REGISTERED", "NO_EMAIL", "REGISTERED");
        assertThat(registered.path("items").get(0).path("joinUrl").asString("")).startsWith("https://");
        assertThat(peer.calls()).hasSize(3);
        assertThat(its.body(its.post(path))).isEqualTo(registered);
        assertThat(its.get(path)).isEqualTo(registered);
        assertThat(peer.calls()).hasSize(3);
        String registrant = sql.sql("select registrant_id from zoom_registrant where learner_id = ?")
                .param(its.centre.learners.getFirst())
                .query(String.class)
                .single();
        its.send(its.run(
                paris("2026-11-23T09:00"),
                paris("2026-11-23T12:00"),
                FakeZoomMeeting.Stay.of("1", "iPhone", null, paris("2026-11-23T09:00"), paris("2026-11-23T12:00"))
                        .registeredAs(registrant),
                FakeZoomMeeting.Stay.of("2", "PC-12", null, paris("2026-11-23T09:30"), paris("2026-11-23T12:00"))
                        .withKey(its.centre.learners.get(2).toString().replace("-", ""))));
        its.assertAttendance(session, "PRESENT 180", "ABSENT 0", "LATE 150", "ABSENT 0");
    }

    @Test
    void registration_goes_on_by_itself_when_zoom_asks_to_wait() {
        clock.set(paris("2026-11-24T08:00"));
        var its = new ZoomClass(sql, calls, clock, background, 2);
        UUID session = its.session(paris("2026-11-24T09:00"));
        String path = "/api/v1/sessions/" + session + "/registrations";
        peer.fail(new Fault.Busy(20));
        assertThat(states(its.body(its.post(path)))).containsExactly("NOT_REGISTERED", "NOT_REGISTERED");
        clock.advance(Duration.ofSeconds(25));
        background.runDue();
        assertThat(states(its.get(path))).containsExactly("REGISTERED", "REGISTERED");
    }

    @Test
    void a_session_elsewhere_or_a_refusal_is_told() {
        clock.set(paris("2026-11-24T10:00"));
        var its = new ZoomClass(sql, calls, clock, background, 1);
        UUID elsewhere = its.centre.session(paris("2026-11-24T09:00"));
        assertThat(its.post("/api/v1/sessions/" + elsewhere + "/registrations").statusCode())
                .isEqualTo(422);
        UUID session = its.session(paris("2026-11-24T09:00"));
        peer.fail(new Fault.Refusal(
                400, 4711, "Invalid access token, does not contain scopes:[meeting:write:registrant:admin]."));
        var refused = its.post("/api/v1/sessions/" + session + "/registrations");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("meeting:write:registrant:admin");
    }

    private static List<String> states(JsonNode answer) {
        List<String> states = new ArrayList<>();
        answer.path("items").forEach(item -> states.add(item.path("state").asString("")));
        return states;
    }

    @Test
    void the_test_of_the_connection_names_exactly_what_is_missing() {
        assertThat(setup.test())
                .extracting(Check::outcome)
                .containsExactly(Outcome.OK, Outcome.OK, Outcome.OK, Outcome.OK);

        peer.fail(new Fault.Refusal(
                400, 4711, "Invalid access token, does not contain scopes:[" + ZoomProtocol.REPORT_SCOPE + "]."));
        peer.scopes("meeting:read:meeting:admin");
        assertThat(setup.test().get(2))
                .isEqualTo(new Check(
                        Outcome.MISSING,
                        "Il manque à l’application Zoom le droit " + ZoomProtocol.REPORT_SCOPE
                                + "\u00a0: ajoutez-le (Scopes), puis réactivez l’application."));
        assertThat(setup.test().get(3).text()).contains("meeting:write:registrant:admin");

        peer.fail(new Fault.Refusal(400, 200, "Only available for paid account."));
        assertThat(setup.test().get(2).text()).contains("formule Pro");

        set("account-id", "another");
        assertThat(setup.test()).last().extracting(Check::text).asString().contains("Account ID");
        set("account-id", FakeZoomServer.ACCOUNT);
        set("client-secret", "wrong");
        assertThat(setup.test()).last().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(check.text()).contains("invalid_client");
        });
        set("client-secret", " ");
        set("client-id", " ");
        assertThat(setup.test()).last().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(check.text())
                    .contains("Client ID")
                    .contains("Client Secret")
                    .doesNotContain("Account ID");
        });
        set("secret-token", " ");
        assertThat(setup.test()).first().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(check.text()).contains("Secret Token");
        });
    }
}
