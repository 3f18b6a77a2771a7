package fr.educentre.assidu.sources.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssiduIT
class XapiStatementsIT {

    private static final String STATEMENT = """
            {"id":"%s","actor":{"account":{"homePage":"http://lms.exemple.fr","name":"%s"}},
             "verb":{"id":"%s"},"object":{%s},"timestamp":"2026-03-02T%s:00+01:00"}""";
    private static final String EXPERIENCED = "http://adlnet.gov/expapi/verbs/experienced";
    private static final String ACTIVITY = "\"id\":\"http://lms.exemple.fr/a\"";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    Dashboards dashboards;

    @Autowired
    StatementIntake intake;

    @Test
    void statements_are_kept_once_counted_and_uncounted_when_voided() {
        var centre = new SmallCentre(sql, 1);
        UUID learner = centre.learners.getFirst();
        String account = "L-" + centre.code + "0";
        String first = UUID.randomUUID().toString();
        String last = UUID.randomUUID().toString();
        String batch = "[" + STATEMENT.formatted(first, account, EXPERIENCED, ACTIVITY, "10:00") + ","
                + STATEMENT.formatted(UUID.randomUUID(), account, EXPERIENCED, ACTIVITY, "10:10") + ","
                + STATEMENT.formatted(last, account, EXPERIENCED, ACTIVITY, "11:00") + "]";
        for (int time = 0; time < 2; time++) {
            assertThat(post(batch)).hasSize(3);
            assertThat(dashboards.ofLearner(learner).figures().completion().connectionMinutes())
                    .isEqualTo(25);
        }
        assertThat(dashboards.timeline(learner, false, 0, 50).totalElements()).isEqualTo(3);
        post(STATEMENT.formatted(
                UUID.randomUUID(),
                "admin",
                StatementSchema.VOIDED,
                "\"objectType\":\"StatementRef\",\"id\":\"" + last + "\"",
                "12:00"));
        assertThat(dashboards.ofLearner(learner).figures().completion().connectionMinutes())
                .isEqualTo(10);
    }

    @Test
    void a_statement_dated_in_the_future_is_kept_and_changes_no_figure() {
        var centre = new SmallCentre(sql, 1);
        UUID learner = centre.learners.getFirst();
        String account = "L-" + centre.code + "0";
        String tomorrow = STATEMENT.replace("2026-03-02T%s", "2099-03-02T%s");
        post("[" + STATEMENT.formatted(UUID.randomUUID(), account, EXPERIENCED, ACTIVITY, "10:00") + ","
                + STATEMENT.formatted(UUID.randomUUID(), account, EXPERIENCED, ACTIVITY, "10:10") + "]");
        var before = dashboards.ofLearner(learner).figures();

        assertThat(post("[" + tomorrow.formatted(UUID.randomUUID(), account, EXPERIENCED, ACTIVITY, "10:00") + ","
                        + tomorrow.formatted(UUID.randomUUID(), account, EXPERIENCED, ACTIVITY, "10:10") + "]"))
                .hasSize(2);
        assertThat(dashboards.ofLearner(learner).figures()).isEqualTo(before);
        assertThat(dashboards.timeline(learner, false, 0, 50).totalElements()).isEqualTo(4);
    }

    private java.util.List<String> post(String body) {
        return intake.post(
                body.getBytes(StandardCharsets.UTF_8), "test", java.util.Map.of("content-type", "application/json"));
    }

    @Test
    void credentials_come_first_and_other_resources_are_not_found() {
        assertThat(get("/xapi/v1/statements", "x:y").statusCode()).isEqualTo(401);
        assertThat(get("/xapi/v1/about", "x:y").headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    private HttpResponse<String> get(String path, String credentials) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("X-Experience-API-Version", "1.0.3")
                .build());
    }
}
