package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords, tokens and codes are not found by trying; who knows theirs gets in. */
@AssiduIT
class GuessingIsBrakedIT {

    private static final String CALL = "/api/v1/rules";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ApiTokens tokens;

    private String account;

    @BeforeEach
    void someone() {
        account = "guess-" + Long.toString(System.nanoTime(), 36);
        calls.account(account, Role.QUALITY_MANAGER, UUID.randomUUID());
    }

    @Test
    void the_sixth_wrong_password_waits_and_so_does_the_right_one_until_then() {
        for (int i = 0; i < 5; i++) {
            assertThat(basic(account, "wrong" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> braked = basic(account, "wrong");
        assertThat(braked.statusCode()).isEqualTo(429);
        assertThat(braked.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(braked.body()).contains("refusal.http.429");
        assertThat(basic(account, calls.password()).statusCode()).isEqualTo(429);

        clock.set(clock.instant().plus(Duration.ofSeconds(2)));
        assertThat(basic(account, calls.password()).statusCode()).isNotIn(401, 429);
        assertThat(basic(account, "wrong").statusCode())
                .as("a success begins anew")
                .isEqualTo(401);
    }

    @Test
    void guesses_from_elsewhere_do_not_keep_out_who_was_here_before() {
        assertThat(basic(account, calls.password()).statusCode()).isNotIn(401, 429);
        var brake = new GuessingBrake(sql, clock, 1_000);
        for (int i = 0; i < 20; i++) {
            brake.failed(account, "203.0.113." + i);
        }
        assertThat(basic(account, calls.password()).statusCode()).isNotIn(401, 429);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> brake.check(account, "203.0.113.99")))
                .isInstanceOf(TooManyTries.class);
    }

    @Test
    void an_address_that_tries_many_accounts_is_braked_for_all_of_them() {
        var brake = new GuessingBrake(sql, Clock.fixed(clock.instant(), java.time.ZoneOffset.UTC), 30);
        String from = "198.51.100." + (System.nanoTime() % 200);
        for (int i = 0; i < 30; i++) {
            brake.check(account + i, from);
            brake.failed(account + i, from);
        }
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> brake.check("another", from)))
                .isInstanceOf(TooManyTries.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> brake.check(from)))
                .as("codes and tokens too")
                .isInstanceOf(TooManyTries.class);
    }

    @Test
    void codes_of_documents_are_braked_with_the_time_to_wait() {
        String address = "address:127.0.0.1";
        sql.sql("insert into guessing_brake (key, failures, last_at) values (?, 2000000, ?)"
                        + " on conflict (key) do update set failures = excluded.failures, last_at = excluded.last_at")
                .params(address, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        try {
            HttpResponse<String> braked = calls.send(HttpRequest.newBuilder(calls.uri("/verify/CR-0000-000000/abc"))
                    .header("Accept-Language", "fr")
                    .build());
            assertThat(braked.statusCode()).isEqualTo(429);
            assertThat(braked.headers().firstValue("Retry-After")).isPresent();
            assertThat(braked.body()).contains("refusal.http.429").contains("Trop d’essais");
        } finally {
            sql.sql("delete from guessing_brake where key = ?").param(address).update();
        }
    }

    @Test
    void who_says_at_each_try_to_come_from_elsewhere_is_braked_all_the_same() {
        for (int i = 0; i < 5; i++) {
            assertThat(from("203.0.113." + i).statusCode()).isEqualTo(401);
        }
        assertThat(from("203.0.113.99").statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> from(String said) {
        return calls.send(HttpRequest.newBuilder(calls.uri(CALL))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account + ":wrong").getBytes(StandardCharsets.UTF_8)))
                .header("X-Forwarded-For", said)
                .build());
    }

    @Test
    void the_sign_in_page_brakes_as_calls_do_and_failures_are_in_the_journal_and_counted() {
        double before = meters.counter("assidu.sign.ins", "result", "failure").count();
        for (int i = 0; i < 5; i++) {
            assertThat(page(account, "wrong").headers().firstValue("Location").orElse(""))
                    .endsWith("/login?error");
        }
        HttpResponse<String> braked = page(account, "wrong");
        assertThat(braked.statusCode()).isEqualTo(429);
        assertThat(braked.headers().firstValue("Retry-After")).isPresent();
        assertThat(Reading.plain(braked.body())).contains("Trop d'essais", "Réessayez dans 1 seconde.");
        assertThat(meters.counter("assidu.sign.ins", "result", "failure").count() - before)
                .isEqualTo(5);
        assertThat(journalled("access.signInFailed")).isEqualTo(5);
    }

    @Test
    void a_sign_in_that_another_site_sends_opens_nothing() {
        for (String token : List.of("", "another", "YWJjZA")) {
            HttpResponse<String> refused = calls.signIn(Calls.browser(), account, calls.password(), token);
            assertThat(refused.statusCode()).as(token).isEqualTo(403);
            assertThat(refused.body()).contains("Page de connexion expirée");
        }
        assertThat(journalled("access.signedIn")).isZero();
        assertThat(journalled("access.signInFailed")).as("no try of a person").isZero();
    }

    @Test
    void an_auditors_end_date_holds_for_passwords_and_tokens_too() {
        calls.actAs(account, Role.QUALITY_MANAGER, UUID.randomUUID());
        String token = tokens.issue(UUID.randomUUID(), new NewToken("essai", TokenScope.READ, null))
                .value();
        sql.sql("update account set role = 'AUDITOR', valid_until = ?, version = version + 1 where username = ?")
                .params(clock.instant().plus(Duration.ofHours(1)).atOffset(java.time.ZoneOffset.UTC), account)
                .update();
        assertThat(basic(account, calls.password()).statusCode()).isEqualTo(200);
        assertThat(bearer(token)).isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertThat(basic(account, calls.password()).statusCode()).isEqualTo(401);
        assertThat(bearer(token)).isEqualTo(401);
        assertThat(page(account, calls.password())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?error");
    }

    private int bearer(String token) {
        return calls.send(HttpRequest.newBuilder(calls.uri(CALL))
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    @Test
    void a_sign_in_at_the_page_is_in_the_journal() {
        page(account, calls.password());
        assertThat(journalled("access.signedIn")).isOne();
    }

    @Test
    void an_account_that_was_disabled_loses_its_open_session_at_the_next_request() {
        String session = cookie(page(account, calls.password()));
        assertThat(screen(session)).isEqualTo(200);
        sql.sql("update account set enabled = false where username = ?")
                .param(account)
                .update();
        assertThat(screen(session)).as("led to the sign-in").isEqualTo(302);
    }

    @Test
    void an_auditors_end_date_holds_for_a_session_that_was_opened_before() {
        String session = cookie(page(account, calls.password()));
        sql.sql("update account set valid_until = ? where username = ?")
                .params(clock.instant().plus(Duration.ofHours(1)).atOffset(java.time.ZoneOffset.UTC), account)
                .update();
        assertThat(screen(session)).isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        assertThat(screen(session)).isEqualTo(302);
    }

    @Test
    void a_role_that_was_changed_is_not_kept_by_an_open_session() {
        String session = cookie(page(account, calls.password()));
        sql.sql("update account set role = 'AUDITOR', version = version + 1 where username = ?")
                .param(account)
                .update();
        assertThat(screen(session)).isEqualTo(302);
    }

    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .reduce((first, last) -> last)
                .orElseThrow()
                .split(";")[0];
    }

    private int screen(String session) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/"))
                        .header("Cookie", session)
                        .header("Accept", "text/html")
                        .build())
                .statusCode();
    }

    private int journalled(String action) {
        return sql.sql("select count(*) from journal_entry where action = ? and subject_id = ?")
                .params(action, account)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> basic(String name, String password) {
        return calls.send(HttpRequest.newBuilder(calls.uri(CALL))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    private HttpResponse<String> page(String name, String password) {
        return calls.signIn(Calls.browser(), name, password);
    }
}
