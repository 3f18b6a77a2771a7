package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every page the browser gets says of itself. */
@AssiduIT
class HeadersIT {

    /** As the settings of the tests declare it. */
    private static final String DECLARED_PROXY = "127.0.0.9";

    @Autowired
    Calls calls;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/j/nothing", "/nowhere"})
    void a_page_loads_nothing_from_elsewhere_and_tells_nobody_where_it_is(String path) {
        HttpHeaders headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("object-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify/CR-0-0/nothing",
                "/swagger-ui/index.html",
                "/api-docs",
                "/api/v1/nowhere",
                "/v3/api-docs",
                "/s/nothing",
                "/%00",
                "/a%2Fb",
                "/a;b",
                "/%2e%2e/x"
            })
    void so_does_every_other_answer_refusals_of_the_server_included(String path) {
        HttpHeaders headers = get(path).headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .as(path)
                .singleElement()
                .asString()
                .contains("default-src 'self'");
        assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/j/nothing", "/c/nothing", "/suivi/nothing"})
    void a_link_that_opens_nothing_is_not_found_and_its_page_is_there_to_say_so(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html").contains("outlet");
    }

    @Test
    void a_link_that_opens_is_found() {
        String token = links.issue(
                "JUSTIFY", UUID.randomUUID(), Map.of(), Instant.now().plusSeconds(3_600));
        assertThat(get("/j/" + token).statusCode()).isEqualTo(200);
    }

    @Autowired
    SignedLinks links;

    @Test
    void a_file_of_the_client_may_be_kept() {
        assertThat(get("/assidu.css").headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/learners",
                "/api/v1/reports/attendance?format=csv&from=2026-01-01&to=2026-01-02",
                "/verify/CR-0-0/abc",
                "/actuator/prometheus",
                "/nowhere",
                "/"
            })
    void nothing_private_is_kept_by_browsers_or_proxies(String path) {
        calls.account("headers-quality", Role.QUALITY_MANAGER, new UUID(0, 79));
        for (String authorization : new String[] {calls.authorization("headers-quality"), "Basic eDp5"}) {
            assertThat(get(path, "Authorization", authorization)
                            .headers()
                            .firstValue("Cache-Control")
                            .orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void behind_a_declared_proxy_with_tls_the_connection_is_secure() throws Exception {
        HttpHeaders headers = forwarded(DECLARED_PROXY).headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("Secure"));
    }

    @Test
    void whoever_is_no_declared_proxy_is_not_believed_not_even_this_machine() throws Exception {
        HttpHeaders headers = forwarded("127.0.0.1").headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    private HttpResponse<String> forwarded(String by) throws Exception {
        try (var http =
                HttpClient.newBuilder().localAddress(InetAddress.getByName(by)).build()) {
            return http.send(
                    HttpRequest.newBuilder(calls.uri("/login"))
                            .header("Accept", "text/html")
                            .headers("X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(calls.uri(path)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return calls.send(request.build());
    }
}
