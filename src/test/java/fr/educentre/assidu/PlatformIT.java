package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;

@AssiduIT
class PlatformIT {

    @Autowired
    Calls calls;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void health_is_open_and_up() throws Exception {
        var answer = get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void a_call_without_an_account_is_refused_as_a_problem_and_opens_no_session() throws Exception {
        var answer = get("/api/v1/groups");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        assertThat(answer.body()).contains("Identifiez-vous");
    }

    @Test
    void a_screen_without_an_account_leads_to_the_sign_in() throws Exception {
        var answer = get("/seances");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login");
    }

    @Test
    void an_unknown_address_is_not_found_and_an_unknown_method_not_allowed() {
        assertThat(calls.as(Role.QUALITY_MANAGER, RequestMethod.GET, "/api/v1/nothing"))
                .isEqualTo(404);
        assertThat(calls.as(Role.ADMIN, RequestMethod.GET, "/actuator/nothing")).isEqualTo(404);
        assertThat(calls.as(Role.QUALITY_MANAGER, RequestMethod.DELETE, "/api/v1/groups"))
                .isEqualTo(405);
        assertThat(calls.anonymously(RequestMethod.POST, "/hooks/nobody")).isEqualTo(404);
        assertThat(calls.anonymously(RequestMethod.GET, "/api/v1/nothing")).isEqualTo(401);
    }

    @Test
    void the_calls_are_described() throws Exception {
        var answer = get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"openapi\":\"3.1", "/api/v1/sessions/{id}/attendance", "/api/v1/imports/roster")
                .contains("\"explanation\":{\"type\":\"string\"");
        assertThat(answer.body()).as("a wording is a text").doesNotContain("schemas/Wording");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
