package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked for, what is answered is of Assidu: neither of the server, nor of a library, nor of the software's insides. */
@AssiduIT
class ErrorPagesIT {

    @Autowired
    Calls calls;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/seances/%00",
                "/%00",
                "/%2e%2e%2f%00",
                "/VAADIN/rien",
                "/swagger-ui/rien",
                "/error",
                "/seances/%zz",
                "/swagger-ui/rien;a=b",
                "/swagger-ui/..%2frien",
                "/swagger-ui/rien%5cb"
            })
    void an_address_that_leads_nowhere_gets_a_page_of_the_application(String path) throws IOException {
        var french = ask(path, "Accept: text/html", "Accept-Language: fr-FR,fr;q=0.9,en;q=0.8");
        assertThat(french).startsWith("HTTP/1.1 4").contains("Content-Type: text/html;charset=UTF-8");
        assertThat(Reading.plain(french)).contains("<html lang=\"fr\">", "Retour à l'accueil");
        unbranded(french);

        assertThat(ask(path, "Accept: text/html", "Accept-Language: en-GB,en;q=0.9,fr;q=0.8"))
                .as("as every screen, until English is chosen")
                .contains("<html lang=\"fr\">");
        var english = ask(path, "Accept: text/html", "Cookie: assidu-langue=en");
        assertThat(english).contains("<html lang=\"en\">", "Back to home");
        unbranded(english);

        assertThat(ask(path, "Accept: text/html", "Accept-Language: de")).contains("<html lang=\"fr\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui/rien", "/VAADIN/rien", "/seances/%00"})
    void whoever_chose_a_language_reads_it_whatever_the_browser_prefers(String path) throws IOException {
        assertThat(ask(path, "Accept: text/html", "Accept-Language: en", "Cookie: assidu-langue=fr"))
                .contains("<html lang=\"fr\">");
        assertThat(ask(path, "Accept: text/html", "Accept-Language: fr", "Cookie: assidu-langue=en"))
                .contains("<html lang=\"en\">", "Back to home");
        assertThat(ask(path, "Accept: text/html", "Accept-Language: fr", "Cookie: assidu-langue=de"))
                .contains("<html lang=\"fr\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions/%00",
                "/api/v1/groups/%zz",
                "/api/v1/sessions/a%2fb",
                "/api/v1/sessions/a;b=c",
                "/hooks/%00",
                "/xapi/v1/%00"
            })
    void an_address_for_programs_gets_a_problem(String path) throws IOException {
        var answer = ask(path, "Accept: */*");
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("Content-Type: application/problem+json", "\"detail\":\"", "La requête n’est pas valable.");
        unbranded(answer);
        assertThat(ask(path, "Accept: */*", "Accept-Language: en")).contains("The request is not valid.");
    }

    @Test
    void a_place_holder_that_was_not_filled_is_an_unknown_address() throws IOException {
        calls.account("ep-quality", Role.QUALITY_MANAGER, new UUID(0, 77));
        assertThat(ask("/api/v1/sessions/{id}", "Authorization: " + calls.authorization("ep-quality")))
                .startsWith("HTTP/1.1 404")
                .contains("Content-Type: application/problem+json", "Séance introuvable");
    }

    @Test
    void whoever_signed_in_gets_the_applications_own_words_too() throws Exception {
        calls.account("ep-trainer", Role.TRAINER, new UUID(0, 78));
        var http = Calls.browser();
        assertThat(calls.signIn(http, "ep-trainer", calls.password()).statusCode())
                .isEqualTo(302);
        for (String path : new String[] {"/nulle-part", "/nulle-part.html", "/a/b/c"}) {
            var answer = send(http, HttpRequest.newBuilder(calls.uri(path)).header("Accept", "text/html"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("Page introuvable");
            unbranded(answer.body());
        }
    }

    @Test
    void a_request_that_cannot_be_read_at_all_is_answered_in_french() throws IOException {
        var answer = ask("/seances/<b>", "Accept-Language: en");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("<html lang=\"fr\">", "Adresse non valable");
        unbranded(answer);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void unbranded(String answer) {
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("whitelabel")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("at org.", "at fr.", "HTTP Status");
    }

    /** As typed: a client of the library would not send such addresses. */
    private String ask(String path, String... headers) throws IOException {
        URI server = calls.uri("/");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + String.join("\r\n", headers) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
