package fr.educentre.assidu.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class OnboardingCallsIT {

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    private final String code = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void an_administrator() {
        calls.account("a-" + code, Role.ADMIN, SmallCentre.id());
    }

    @AfterEach
    void nothing_put_aside() {
        sql.sql("delete from onboarding_step_put_aside").update();
    }

    @Test
    void the_steps_are_told_in_their_order_with_what_was_entered() {
        JsonNode steps = json(send("GET", "/api/v1/onboarding", null));
        assertThat(steps.valueStream().map(step -> step.path("step").asString()))
                .containsExactly("organisation", "sites", "people", "programmes", "groups", "sources", "mails");
        JsonNode sites = steps.get(1).path("parts").get(0);
        assertThat(sites.path("key").asString()).isEqualTo("sites");
        assertThat(sites.path("found").toString()).contains("site");
    }

    @Test
    void a_step_is_put_aside_once_and_asked_for_again() {
        assertThat(progress(json(send("PUT", "/api/v1/onboarding/sources", "{\"putAside\":true}"))))
                .isEqualTo("PUT_ASIDE");
        assertThat(progress(json(send("PUT", "/api/v1/onboarding/sources", "{\"putAside\":true}"))))
                .isEqualTo("PUT_ASIDE");
        assertThat(sql.sql("select count(*) from journal_entry where action = 'onboarding.putAside' and actor = ?")
                        .param("a-" + code)
                        .query(Long.class)
                        .single())
                .as("said once")
                .isEqualTo(1);
        assertThat(progress(json(send("PUT", "/api/v1/onboarding/sources", "{\"putAside\":false}"))))
                .isNotEqualTo("PUT_ASIDE");
        assertThat(send("PUT", "/api/v1/onboarding/roof", "{\"putAside\":true}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_trial_mail_arrives_and_what_is_no_address_is_refused_by_its_field() {
        assertThat(send("POST", "/api/v1/messages/trial", "{\"address\":\"essai-" + code + "@centre.example\"}")
                        .statusCode())
                .isEqualTo(202);
        background.runDue();
        assertThat(Mails.texts(mail, "essai-" + code + "@centre.example", "Courriel d’essai d’Assidu"))
                .hasSize(1);
        HttpResponse<String> refused = send("POST", "/api/v1/messages/trial", "{\"address\":\"essai@\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("address");
    }

    private static String progress(JsonNode steps) {
        return steps.get(5).path("progress").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(String verb, String path, String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("a-" + code))
                .header("Content-Type", "application/json")
                .method(verb, publisher)
                .build());
    }
}
