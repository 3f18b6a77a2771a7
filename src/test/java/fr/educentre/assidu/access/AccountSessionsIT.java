package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An administrator sees from where an account is signed in and ends what does not belong there. */
class AccountSessionsIT extends AccountsCase {

    @Autowired
    MutableClock clock;

    private String login;
    private String path;

    @BeforeEach
    void somebody() {
        login = "s-" + code;
        calls.account(login, Role.TRAINER, UUID.randomUUID());
        UUID id = sql.sql("select id from account where username = ?")
                .param(login)
                .query(UUID.class)
                .single();
        path = "/accounts/" + id + "/sessions";
    }

    @Test
    void each_browser_shows_with_its_address_until_it_is_ended_alone() throws Exception {
        HttpClient one = signedIn();
        HttpClient other = signedIn();
        JsonNode open = read(admin("GET", path, null)).path("items");
        assertThat(open).hasSize(2);
        assertThat(open.get(0).path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(open.get(0).path("browser").asString()).contains("Java-http-client");
        assertThat(open.get(0).path("startedAt").asString()).startsWith("2026-11-23T11:00:00");

        assertThat(admin("DELETE", path + "/" + open.get(1).path("id").asString(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(admin("GET", path, null)).path("items")).hasSize(1);
        assertThat(java.util.List.of(isSignedIn(one), isSignedIn(other))).containsExactlyInAnyOrder(true, false);
        assertThat(admin("DELETE", path + "/" + open.get(1).path("id").asString(), null)
                        .statusCode())
                .as("ended already")
                .isEqualTo(404);
    }

    @Test
    void one_that_was_left_alone_is_not_listed_any_more() throws Exception {
        signedIn();
        clock.set(NOW.plus(Duration.ofMinutes(31)));
        assertThat(read(admin("GET", path, null)).path("items")).isEmpty();
    }

    @Test
    void a_key_of_a_session_opens_nothing() throws Exception {
        signedIn();
        String key =
                read(admin("GET", path, null)).path("items").get(0).path("id").asString();
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/"))
                .header("Cookie", "JSESSIONID=" + key)
                .header("Accept", "text/html")
                .build());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private HttpClient signedIn() throws IOException, InterruptedException {
        HttpClient browser = Calls.browser();
        calls.signIn(browser, login, calls.password());
        assertThat(isSignedIn(browser)).isTrue();
        return browser;
    }

    private boolean isSignedIn(HttpClient browser) throws IOException, InterruptedException {
        return browser.send(
                                HttpRequest.newBuilder(calls.uri("/"))
                                        .header("Accept", "text/html")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode()
                == 200;
    }
}
