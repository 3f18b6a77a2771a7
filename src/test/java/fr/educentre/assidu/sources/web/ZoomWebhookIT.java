package fr.educentre.assidu.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.sources.simulator.ZoomEmitter;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class ZoomWebhookIT {

    private static final String SECRET = "S3cr3tToken";
    private static final long TIMESTAMP = 1_648_038_810L;
    private static final String SIGNATURE = "v0=7039917b7cd9c49b1d8e20834b3d0d914476a0b65c554dbc3504ed5aeb252cff";
    private static final String BODY =
            "{\"event\":\"meeting.participant_joined\",\"event_ts\":1648038809439,\"payload\":{\"account_id\":\"AAAAAA\","
                    + "\"object\":{\"id\":\"86431910364\",\"uuid\":\"hwkAADUySwyG3GyUkqc0vA==\"}}}";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    MeterRegistry meters;

    private ZoomEmitter zoom;

    @BeforeEach
    void the_secret_of_the_published_example() {
        sql.sql("insert into connector_setting (connector, name, value, set_by, set_at)"
                        + " values ('zoom', 'secret-token', ?, 'test', now())")
                .param(SECRET)
                .update();
        clock.set(Instant.ofEpochSecond(TIMESTAMP + 10));
        zoom = new ZoomEmitter(calls.uri("/hooks/zoom"), SECRET, clock);
    }

    @AfterEach
    void the_usual_secret() {
        sql.sql("delete from connector_setting where connector = 'zoom'").update();
    }

    private long deliveries() {
        return sql.sql("select count(*) from delivery where connector = 'zoom'")
                .query(Long.class)
                .single();
    }

    private double refused(String reason) {
        Counter counter = meters.find("assidu.hooks.refused")
                .tags("connector", "zoom", "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void the_published_example_is_taken_and_kept_to_the_byte() {
        long before = deliveries();
        assertThat(zoom.post(BODY, String.valueOf(TIMESTAMP), SIGNATURE).statusCode())
                .isEqualTo(200);
        assertThat(deliveries()).isEqualTo(before + 1);
        assertThat(sql.sql("select convert_from(bytes, 'UTF8') from delivery where connector = 'zoom'"
                                + " and received_at between to_timestamp(?) and to_timestamp(?)"
                                + " order by received_at desc, id desc limit 1")
                        .params(TIMESTAMP, TIMESTAMP + 600)
                        .query(String.class)
                        .single())
                .isEqualTo(BODY);
    }

    @Test
    void an_altered_body_a_wrong_or_missing_signature_leave_a_counter_alone() {
        long before = deliveries();
        double counted = refused("signature");
        HttpResponse<String> altered = zoom.post(BODY.replace("{\"event\"", "{ \"event\""), "" + TIMESTAMP, SIGNATURE);
        assertThat(altered.statusCode()).isEqualTo(401);
        assertThat(altered.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(altered.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(zoom.post(BODY, "" + TIMESTAMP, SIGNATURE.replace('7', '8')).statusCode())
                .isEqualTo(401);
        assertThat(zoom.post(BODY, "" + TIMESTAMP, "").statusCode()).isEqualTo(401);
        assertThat(refused("signature")).isEqualTo(counted + 3);
        assertThat(deliveries()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1648038810", "99999999999999999999"})
    void a_timestamp_that_is_none_is_refused(String timestamp) {
        long before = deliveries();
        assertThat(zoom.post(BODY, timestamp, SIGNATURE).statusCode()).isEqualTo(401);
        assertThat(deliveries()).isEqualTo(before);
    }

    @Test
    void five_minutes_on_either_side_and_not_a_second_more() {
        clock.set(Instant.ofEpochSecond(TIMESTAMP));
        assertThat(zoom.post(BODY, TIMESTAMP - 290).statusCode()).isEqualTo(200);
        assertThat(zoom.post(BODY, TIMESTAMP + 290).statusCode()).isEqualTo(200);
        double counted = refused("stale");
        long before = deliveries();
        assertThat(zoom.post(BODY, TIMESTAMP - 301).statusCode()).isEqualTo(401);
        assertThat(zoom.post(BODY, TIMESTAMP + 320).statusCode()).isEqualTo(401);
        assertThat(refused("stale")).isEqualTo(counted + 2);
        assertThat(deliveries()).isEqualTo(before);
    }

    @Test
    void the_address_is_validated_by_a_signed_call_and_nothing_is_kept() {
        long before = deliveries();
        String body =
                "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"},\"event_ts\":1}";
        HttpResponse<String> answer = zoom.post(body, TIMESTAMP);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode told = JsonMapper.builder().build().readTree(answer.body());
        assertThat(told.path("plainToken").asString("")).isEqualTo("qgg8vlvZRS6UYooatFL8Aw");
        assertThat(told.path("encryptedToken").asString(""))
                .isEqualTo("1fd9cb3ee243ffba8fb17636df752f1c27c03f8b95a8e4a38220dfa89eed9c38");
        assertThat(zoom.post(body, "" + TIMESTAMP, SIGNATURE).statusCode()).isEqualTo(401);
        assertThat(deliveries()).isEqualTo(before);
    }

    @Test
    void what_is_signed_and_unreadable_is_kept_all_the_same() {
        long before = deliveries();
        assertThat(zoom.send("{\"event\":")).isEqualTo(200);
        assertThat(deliveries()).isEqualTo(before + 1);
    }
}
