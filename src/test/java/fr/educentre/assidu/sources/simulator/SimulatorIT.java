package fr.educentre.assidu.sources.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.MeetingProvider;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorIT {

    private static final Instant START = Instant.parse("2026-10-19T07:00:00Z");

    @Autowired
    Simulator simulator;

    @Autowired
    SourceSettings settings;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    private SmallCentre centre;
    private UUID session;
    private int tests;

    @BeforeEach
    void centre() {
        // Later at each test, as what is known of connections is remembered by the clock.
        clock.set(START.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(tests++)));
        centre = new SmallCentre(sql, 9);
        calls.actAs("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        session = centre.session(START);
        simulator.start();
        // What was known of the connections before.
        clock.advance(Duration.ofSeconds(6));
    }

    @AfterEach
    void nothing_is_left_running() {
        calls.actAs("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        simulator.stop();
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(session)
                .update();
        clock.advance(Duration.ofSeconds(6));
    }

    private void on(MeetingProvider provider) {
        String id = switch (provider) {
            case ZOOM -> "81" + String.valueOf(System.nanoTime()).substring(0, 9);
            case TEAMS -> "19:meeting_" + centre.code + "@thread.v2";
            case BIGBLUEBUTTON -> "classe-" + centre.code;
            case GOOGLE_MEET, WEBEX, OTHER -> throw new AssertionError(provider);
        };
        sql.sql("update training_session set modality = 'VIDEO', meeting_provider = ?, meeting_id = ?, meeting_url = ?"
                        + " where id = ?")
                .params(provider.name(), id, "https://teams.example/l/meetup-join/" + centre.code, session)
                .update();
    }

    /** Minutes by learner: what the sheet says, and null where it does not know yet. */
    private Map<UUID, Integer> sheet() {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance"))
                .header("Authorization", calls.authorization("qm-" + centre.code))
                .build());
        Map<UUID, Integer> minutes = new TreeMap<>();
        for (JsonNode row : JsonMapper.shared().readTree(answer.body()).path("items")) {
            boolean known = !row.path("status").asString("").equals("AWAITING_DATA");
            minutes.put(
                    UUID.fromString(row.path("learnerId").asString("")),
                    known ? row.path("attendedMinutes").asInt(-1) : -1);
        }
        return minutes;
    }

    private static Map<UUID, Integer> expected(ClassScript script) {
        Map<UUID, Integer> minutes = new TreeMap<>();
        script.parts().forEach(part -> minutes.put(part.learner().id(), script.minutes(part)));
        return minutes;
    }

    private void played(MeetingProvider provider, Set<Fault> troubles) {
        on(provider);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        ClassScript script = simulator.play(session, troubles, line -> told.add(line.toString()));
        assertThat(expected(script).values())
                .as("somebody never came, somebody was there for all of it, and most for a part")
                .contains(0, 180, 168, 163, 169, 179, 14);
        if (!troubles.isEmpty()) {
            assertThat(told)
                    .as("peers refused, and a delivery was cut")
                    .anySatisfy(line -> assertThat(line).containsAnyOf("refusal.", "problem.", "told.check"))
                    .anySatisfy(line -> assertThat(line).contains("told.cut"));
        }
        background.runDue();
        assertThat(sheet()).as(told.toString()).isEqualTo(expected(script));
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingProvider.class,
            names = {"ZOOM", "TEAMS", "BIGBLUEBUTTON"})
    void a_class_is_played_and_the_sheet_says_the_minutes(MeetingProvider provider) {
        played(provider, Set.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingProvider.class,
            names = {"ZOOM", "TEAMS", "BIGBLUEBUTTON"})
    void nothing_that_goes_wrong_changes_a_minute(MeetingProvider provider) {
        played(provider, EnumSet.allOf(Fault.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingProvider.class,
            names = {"ZOOM", "TEAMS", "BIGBLUEBUTTON"})
    void a_class_played_again_adds_nothing(MeetingProvider provider) {
        played(provider, Set.of());
        long traces = traces();
        ClassScript script = simulator.play(session, Set.of(Fault.OUT_OF_ORDER), line -> {});
        background.runDue();
        assertThat(sql.sql("select count(*) from delivery where state = 'RECEIVED'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sheet()).isEqualTo(expected(script));
        assertThat(traces()).isEqualTo(traces);
    }

    private long traces() {
        return sql.sql("select count(*) from evidence where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    @Test
    void stopped_servers_leave_no_connection_behind() {
        on(MeetingProvider.ZOOM);
        assertThat(settings.find("zoom", "client-id")).contains(FakeZoomServer.CLIENT);
        simulator.stop();
        clock.advance(Duration.ofSeconds(6));
        assertThat(settings.find("zoom", "client-id")).isEmpty();
        assertThatThrownBy(() -> simulator.play(session, Set.of(), line -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.simulator.stopped"));
        assertThat(sql.sql("select count(*) from connector_setting where value like '%127.0.0.1%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_real_connection_is_left_alone() {
        on(MeetingProvider.ZOOM);
        simulator.stop();
        sql.sql("insert into connector_setting (connector, name, value, set_by, set_at)"
                        + " values ('zoom', 'client-id', 'a-real-one', 'test', now())")
                .update();
        try {
            clock.advance(Duration.ofSeconds(6));
            simulator.start();
            clock.advance(Duration.ofSeconds(6));
            assertThat(simulator.running()).doesNotContainKey(MeetingProvider.ZOOM);
            assertThat(settings.find("zoom", "api-url")).isEmpty();
            assertThatThrownBy(() -> simulator.play(session, Set.of(), line -> {}))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.simulator.real"));
        } finally {
            sql.sql("delete from connector_setting where connector = 'zoom' and name = 'client-id'")
                    .update();
        }
    }

    @Test
    void only_who_cares_for_connections_may_play() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThatThrownBy(() -> simulator.play(session, Set.of(), line -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ROLE));
    }
}
