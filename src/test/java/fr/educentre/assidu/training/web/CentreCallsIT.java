package fr.educentre.assidu.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Accounts.NewAccount;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AssiduIT
class CentreCallsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void people() {
        accounts.createIfAbsent(new NewAccount("cc-quality", "secret-cc", "Q", null, Role.QUALITY_MANAGER, null));
        accounts.createIfAbsent(new NewAccount("cc-trainer", "secret-cc", "T", null, Role.TRAINER, null));
    }

    @Test
    void lists_are_paged_and_bad_parameters_named() throws Exception {
        assertThat(get("cc-quality", "/groups?size=500").body())
                .contains("\"items\"", "\"size\":500", "\"totalElements\"");
        for (String bad : new String[] {
            "/groups?size=501",
            "/learners?page=-1",
            "/rules?size=0",
            "/tasks?page=-1",
            "/alerts?size=501",
            "/learners?group=x",
            "/sessions?from=hier",
            "/sessions?state=X"
        }) {
            var answer = get("cc-quality", bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.body()).contains("refusal.parameter");
        }
        assertThat(get("cc-quality", "/sessions?from=2026-11-01&to=2026-11-30T10:00:00+01:00")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions?from=12026-11-01",
                "/sessions?from=0026-11-01",
                "/sessions?to=%2B999999999-12-31T23:59:59Z",
                "/sessions?from=-999999999-01-01T00:00:00Z",
                "/sessions?from=2026-02-30",
                "/sessions?from=2026-11-30&to=2026-11-01",
                "/reports/attendance?from=%2B12026-11-01",
                "/reports/attendance?from=9999-12-31",
                "/reports/attendance?from=2026-02-30",
                "/reports/attendance?from=2026-11-30&to=2026-11-01"
            })
    void days_that_nobody_can_mean_are_refused(String path) throws Exception {
        assertThat(get("cc-quality", path).statusCode()).isBetween(400, 422);
    }

    @Test
    void a_character_that_no_text_holds_is_refused_not_an_error() throws Exception {
        var answer = get("cc-quality", "/learners?q=%00");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("refusal.characters");
    }

    @Test
    void refusals_come_in_their_order() throws Exception {
        assertThat(get("cc-quality", "/sessions/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get("cc-quality", "/learners/none").statusCode()).isEqualTo(404);
        assertThat(post("cc-trainer", "/imports/roster", "").statusCode()).isEqualTo(403);
        assertThat(post("cc-quality", "/imports/roster", "").statusCode()).isEqualTo(415);
        assertThat(get("cc-trainer", "/learners").body()).contains("\"totalElements\":0");
    }

    @Test
    void a_list_is_tried_without_writing() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\n\r\n"
                + "Identifiant;Nom;Prénom\nCC-1;Roy;Éva\n\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"dryRun\"\r\n\r\ntrue\r\n--b--\r\n";
        var answer = post("cc-quality", "/imports/roster", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"created\":1", "\"applied\":false", "\"rejected\":[]");
    }

    private HttpResponse<String> get(String account, String path) throws Exception {
        return http.send(call(account, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String account, String path, String body) throws Exception {
        var request = call(account, path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "multipart/form-data; boundary=b");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder call(String account, String path) {
        String token = Base64.getEncoder().encodeToString((account + ":secret-cc").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Basic " + token);
    }
}
