package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What no caller in their right mind sends is refused, and is no fault of ours. */
@AssiduIT
class OddRequestsIT {

    private static final int TOO_LARGE = 27 * 1024 * 1024;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=2147483647",
                "page=2147483647&size=500",
                "page=4294967&size=500",
                "page=99999999999999999999",
                "page=-1",
                "size=0",
                "size=-2147483648",
                "size=2147483647",
                "page=x&size=y",
                "q=%00",
                "q=%ff%fe",
                "group=%00&learner=%00&session=%00",
                "from=9999999-01-01&to=0000-00-00",
                "from=%2B999999999-12-31&to=%2B999999999-12-31",
                "state=%00",
                "format=%00"
            })
    void no_reading_call_fails_whatever_it_is_asked(String query) {
        List<String> wrong = new ArrayList<>();
        calls().forEach(call -> {
            int status = calls.as(call.role(), RequestMethod.GET, call.path() + "?" + query);
            if (status >= 500) {
                wrong.add(call.path() + " answers " + status);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/login%00",
                "/seances/%00",
                "/seances/%00/appel",
                "/apprenants/%00",
                "/j/%00",
                "/verify/%00",
                "/VAADIN/%00",
                "/VAADIN/dynamic/resource/0/%00/x",
                "/actuator/%00",
                "/api-docs/%00",
                "/seances/%ff",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc",
                "/seances;x=%00",
                "/j/%0d%0aX:%20y"
            })
    void no_address_fails_whatever_stands_in_it(String path) throws IOException {
        assertThat(ask("GET " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 [34].*");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/imports/roster, multipart/form-data; boundary=b",
        "POST, /api/v1/imports/calendar, multipart/form-data; boundary=b",
        "POST, /api/v1/justifications, multipart/form-data; boundary=b",
        "POST, /api/v1/rules/files, multipart/form-data; boundary=b",
        "POST, /api/v1/sessions/SESSION/evidence-files, multipart/form-data; boundary=b",
        "POST, /api/v1/sessions/SESSION/documents, multipart/form-data; boundary=b",
        "POST, /api/v1/rules, application/json",
        "PUT, /api/v1/sessions/SESSION/attendance/LEARNER, application/json",
        "POST, /api/v1/rules/replay, application/json",
        "POST, /hooks/zoom, application/json",
        "POST, /hooks/edusign, application/json",
        "POST, /xapi/statements, application/json",
        "POST, /login, application/x-www-form-urlencoded",
        "POST, /VAADIN/dynamic/resource/0/0/upload, application/octet-stream"
    })
    void what_is_too_large_is_refused_whether_its_length_is_said_or_not(String verb, String path, String type) {
        var centre = new SmallCentre(sql, 1);
        UUID session = centre.session(java.time.Instant.parse("2027-06-07T07:00:00Z"));
        calls.account("odd-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        String address = path.replace("SESSION", session.toString())
                .replace("LEARNER", centre.learners.getFirst().toString());
        for (var body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(file()),
                HttpRequest.BodyPublishers.ofInputStream(OddRequestsIT::stream))) {
            int status = calls.send(HttpRequest.newBuilder(calls.uri(address))
                            .header("Authorization", calls.authorization("odd-" + centre.code))
                            .header("Content-Type", type)
                            .method(verb, body)
                            .build())
                    .statusCode();
            assertThat(status).as("length " + body.contentLength()).isBetween(400, 499);
            assertThat(calls.anonymously(RequestMethod.GET, "/actuator/health")).isEqualTo(200);
        }
    }

    /** 27 MB, which is more than a form may be and less than the address takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/justifications",
                "/api/v1/imports/roster",
                "/api/v1/imports/calendar",
                "/api/v1/rules/files",
                "/api/v1/evidence-files/signatures",
                "/api/v1/sessions/SESSION/evidence-files",
                "/api/v1/sessions/SESSION/documents"
            })
    void a_form_that_is_too_large_is_refused_as_that(String path) {
        var centre = new SmallCentre(sql, 1);
        UUID session = centre.session(java.time.Instant.parse("2027-06-07T07:00:00Z"));
        calls.account("odd-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        byte[] bytes = java.util.Arrays.copyOf(file(), 27_000_000);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        var answer = calls.send(HttpRequest.newBuilder(calls.uri(path.replace("SESSION", session.toString())))
                .header("Authorization", calls.authorization("odd-" + centre.code))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }

    @Test
    void a_text_that_cannot_be_kept_as_it_is_is_refused_and_not_changed() {
        calls.account("odd-text", Role.QUALITY_MANAGER, SmallCentre.id());
        for (String odd : java.util.List.of("\\u0000", "\\ud83d", "\\ude00x")) {
            var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/funders"))
                    .header("Authorization", calls.authorization("odd-text"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"code\": \"ODD\", \"name\": \"a" + odd + "b\", \"kind\": \"OPCO\"}"))
                    .build());
            assertThat(answer.statusCode()).as(odd).isEqualTo(400);
            assertThat(answer.body()).as(odd).contains("refusal.characters");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_in_words() {
        calls.account("odd-words", Role.QUALITY_MANAGER, SmallCentre.id());
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/rules"))
                .header("Authorization", calls.authorization("odd-words"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file()))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("refusal.http.413", "Le contenu est trop volumineux");
    }

    /** Some words first, so that it is the beginning of what its type says. */
    private static byte[] file() {
        byte[] bytes = new byte[TOO_LARGE];
        java.util.Arrays.fill(bytes, (byte) ' ');
        byte[] start = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\nnom;prénom\r\n")
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }

    private static InputStream stream() {
        return new java.io.ByteArrayInputStream(file());
    }

    private Stream<Call> calls() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> role(entry.getValue())
                                .map(role ->
                                        new Call(role, pattern.replaceAll("\\{[^}]+}", new UUID(0, 1).toString())))));
    }

    private static Stream<Role> role(HandlerMethod method) {
        AllowedRoles own = method.getMethodAnnotation(AllowedRoles.class);
        AllowedRoles allowed = own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedRoles.class)
                : own;
        return allowed == null ? Stream.empty() : Stream.of(allowed.value()).limit(1);
    }

    private record Call(Role role, String path) {}

    /** As typed: a client of the library would not send such addresses. */
    private String ask(String request) throws IOException {
        var server = calls.uri("/");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
