package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.training.Sessions;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a quality manager publishes of delays is what the next absence is held to. */
@AssiduIT
class PublishedTermsIT {

    private static final String MANAGER = "terms-quality";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    Sessions sessions;

    @Autowired
    AbsenceCases cases;

    private final JsonMapper json = JsonMapper.builder().build();

    @BeforeEach
    void a_manager() {
        calls.account(MANAGER, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void the_delay_to_justify_is_the_published_one_and_an_absence_keeps_its_own() {
        JsonNode rule = justification();
        String usual = rule.path("text").asString();
        UUID before = absentee();
        publish(rule, usual.replace("48 heures", "72 heures"));
        try {
            assertThat(days(absentee())).isEqualTo(3);
            assertThat(days(before)).isEqualTo(2);
        } finally {
            publish(rule, usual);
        }
        assertThat(days(absentee())).isEqualTo(2);
    }

    /** Days from the one on which the delay begins to that at whose end it is over. */
    private long days(UUID learner) {
        var one = cases.ofLearner(learner).getFirst();
        return ChronoUnit.DAYS.between(day(one.knownAt()), day(one.deadline()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SmallCentre.PARIS);
    }

    private UUID absentee() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID session = room.session("IN_PERSON", Instant.parse("2026-03-02T08:00:00Z"), 200);
        sessions.close(session, "test");
        return room.learners.getFirst();
    }

    private JsonNode justification() {
        for (JsonNode rule :
                json.readTree(send(request("/api/v1/rules?size=500").build())).path("items")) {
            if (rule.path("ruleSet").asString().equals("justification")) {
                return rule;
            }
        }
        throw new AssertionError("A rule of justifications is shipped");
    }

    private void publish(JsonNode rule, String text) {
        String path = "/api/v1/rules/" + rule.path("id").asString();
        post(path + "/versions", json.writeValueAsString(java.util.Map.of("text", text)));
        post(path + "/publish", "{\"reason\":\"Essai\"}");
    }

    private void post(String path, String body) {
        send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(calls.uri(path)).header("Authorization", calls.authorization(MANAGER));
    }

    private String send(HttpRequest request) {
        var answer = calls.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }
}
