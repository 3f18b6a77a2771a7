package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a caller cannot have meant is refused by its name, and changes nothing. */
@AssiduIT
class StrictCallsIT {

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void someone() {
        calls.account("strict-quality", Role.QUALITY_MANAGER, new UUID(0, 61));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /rules/settings | {'twoPersons':-1}                                | twoPersons",
                "PUT  | /rules/settings | {'twoPersons':1}                                 | twoPersons",
                "PUT  | /rules/settings | {'twoPersons':'true'}                            | twoPersons",
                "PUT  | /rules/settings | {'twoPersons':[true]}                            | twoPersons",
                "POST | /rules/check    | {'ruleSet':'assiduity','text':5}                 | text",
                "POST | /rules/check    | {'ruleSet':true,'text':''}                       | ruleSet",
                "POST | /rules/replay   | {'from':'hier','to':'2026-11-01'}                | from",
                "POST | /rules/replay   | {'from':'2026-10-01','to':20261101}              | to",
                "POST | /rules/replay   | {'from':'2026-10-01','to':'2026-11-01','version':1.5} | version",
                "POST | /rules/replay   | {'from':'2026-10-01','to':'2026-11-01','version':'1'} | version",
                "POST | /rules/examples | {'text':'','examples':[{'name':'a','fires':0}]}  | examples[0].fires",
            })
    void a_value_of_another_type_is_refused_by_its_name(String verb, String path, String body, String field) {
        var answer = call(verb, path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Reading.plain(answer.body()))
                .contains("\"code\":\"refusal.body.field\"", "Le champ « " + field + " »");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions?from=2026-11-30&to=2026-11-01",
                "/sessions?from=2026-11-30T10:00:00Z&to=2026-11-30T09:00:00Z",
                "/reports/attendance?from=2026-11-30&to=2026-11-01",
            })
    void a_period_that_ends_before_it_begins_is_refused(String path) {
        var answer = call("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("La période est à l’envers");
    }

    @Test
    void a_period_of_one_day_is_none_of_those() {
        assertThat(call("GET", "/sessions?from=2026-11-30&to=2026-11-30", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_replay_over_a_period_the_wrong_way_round_is_refused() {
        var answer = call("POST", "/rules/replay", "{\"text\":\"x\",\"from\":\"2026-11-30\",\"to\":\"2026-11-01\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("refusal.replay.order");
    }

    @Test
    void a_session_is_opened_once_and_not_after_it_was_closed() {
        var centre = new SmallCentre(sql, 1);
        var session = "/sessions/" + centre.session(clock.instant().minus(Duration.ofHours(1)));
        assertThat(call("POST", session + "/open", "").body()).contains("\"state\":\"OPEN\"");
        assertThat(call("POST", session + "/open", "").statusCode()).isEqualTo(200);
        assertThat(call("POST", session + "/close", "").body()).contains("\"state\":\"CLOSED\"");

        var refused = call("POST", session + "/open", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("La séance est close");
        assertThat(call("GET", session, "").body()).contains("\"state\":\"CLOSED\"");
    }

    private HttpResponse<String> call(String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", calls.authorization("strict-quality"))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
