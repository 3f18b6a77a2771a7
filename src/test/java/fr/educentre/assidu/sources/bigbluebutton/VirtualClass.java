package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.simulator.FakeBigBlueButtonServer;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A session of three hours in BigBlueButton, its server, and what is said of who was there. */
final class VirtualClass implements AutoCloseable {

    static final String SECRET = "test-bbb-secret";
    static final Instant START = Instant.parse("2026-03-03T08:00:00Z");

    final SmallCentre centre;
    final UUID session;
    final String meeting;
    final FakeBigBlueButtonServer peer;
    private final ServerClock clock = new ServerClock();
    private final JdbcClient sql;
    private final Calls calls;
    private final BackgroundWork background;
    private final String quality;

    /** The server's own, which stands still unless it is moved. */
    private static final class ServerClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    VirtualClass(JdbcClient sql, Calls calls, BackgroundWork background, int learners) throws IOException {
        this.sql = sql;
        this.calls = calls;
        this.background = background;
        this.centre = new SmallCentre(sql, learners);
        this.meeting = "classe-" + centre.code;
        this.session = session(START);
        this.quality = "qm-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        String here = calls.uri("").toString();
        this.peer = new FakeBigBlueButtonServer(SECRET, clock, address -> address.replace("http://assidu.test", here));
    }

    UUID session(Instant startsAt) {
        UUID id = centre.session(startsAt);
        sql.sql("update training_session set modality = 'VIDEO', meeting_provider = 'BIGBLUEBUTTON', meeting_id = ?"
                        + " where id = ?")
                .params(meeting, id)
                .update();
        return id;
    }

    Server server() {
        return new Server(peer.url());
    }

    record Server(String url) {
        BigBlueButtonSettings.Server known() {
            return new BigBlueButtonSettings.Server(
                    BigBlueButtonSettings.root(url).orElseThrow(), SECRET);
        }
    }

    /** Minutes after the start by the server's clock. */
    VirtualClass at(double minutes) {
        clock.now = START.plus(Duration.ofSeconds(Math.round(minutes * 60)));
        return this;
    }

    void at(Instant now) {
        clock.now = now;
    }

    VirtualClass join(int learner) {
        peer.join(meeting, centre.learners.get(learner).toString(), "Lou Apprenant" + learner, false);
        return this;
    }

    VirtualClass leave(int learner) {
        peer.leave(meeting, centre.learners.get(learner).toString());
        return this;
    }

    /** Has all that came in understood. */
    void understood() {
        background.runDue();
        assertThat(sql.sql("select count(*) from delivery where connector = 'bigbluebutton' and state = 'RECEIVED'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Status and minutes by learner, in their order. */
    List<String> attendance() {
        return attendance(session);
    }

    List<String> attendance(UUID of) {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + of + "/attendance"))
                .header("Authorization", calls.authorization(quality))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> rows = new LinkedHashMap<>();
        for (JsonNode row : JsonMapper.shared().readTree(answer.body()).path("items")) {
            rows.put(
                    row.path("learnerId").asString(),
                    row.path("status").asString() + " "
                            + row.path("attendedMinutes").asInt());
        }
        return centre.learners.stream().map(id -> rows.get(id.toString())).toList();
    }

    String authorization() {
        return calls.authorization(quality);
    }

    @Override
    public void close() {
        peer.close();
    }
}
