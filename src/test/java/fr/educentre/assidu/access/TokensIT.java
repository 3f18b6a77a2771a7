package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tokens of programs: each its own account's, seen once, never more than the account may, over when it is. */
class TokensIT extends AccountsCase {

    @Autowired
    fr.educentre.assidu.testing.MutableClock clock;

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_makes_sees_and_takes_back_its_own(Role role) {
        String login = account(role);
        JsonNode made = read(made(login, "WRITE"));
        assertThat(made.path("value").asString()).startsWith("asd_").hasSizeGreaterThan(40);
        assertThat(made.path("name").asString()).isEqualTo("Rapports");
        var listed = call(login, calls.password(), "GET", "/tokens", null);
        assertThat(listed.body())
                .contains("Rapports")
                .doesNotContain(made.path("value").asString());
        assertThat(bearer(made, "GET", "/tokens", null).statusCode()).isEqualTo(200);
        assertThat(call(login, calls.password(), "DELETE", path(made), null).statusCode())
                .isEqualTo(204);
        assertThat(bearer(made, "GET", "/tokens", null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_that_reads_may_not_write_whatever_its_account_may() {
        JsonNode reads = read(made("a-" + code, "READ"));
        assertThat(bearer(reads, "GET", "/accounts", null).statusCode()).isEqualTo(200);
        var refused = bearer(reads, "POST", "/accounts", account("TRAINER", null));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ne fait que lire");
        JsonNode writes = read(made("a-" + code, "WRITE"));
        assertThat(bearer(writes, "POST", "/accounts", account("AUDITOR", null)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_token_makes_no_other() {
        JsonNode writes = read(made("a-" + code, "WRITE"));
        var another = bearer(writes, "POST", "/tokens", "{\"name\": \"Autre\", \"scope\": \"WRITE\"}");
        assertThat(another.statusCode()).isEqualTo(403);
        assertThat(another.body()).contains("Un jeton n’en crée");
        assertThat(bearer(writes, "POST", "/%74okens", "{\"name\": \"Autre\", \"scope\": \"WRITE\"}")
                        .statusCode())
                .as("however the address is written")
                .isEqualTo(403);
    }

    @Test
    void a_token_is_found_by_its_own_account_alone() {
        JsonNode theirs = read(made(account(Role.TRAINER), "WRITE"));
        assertThat(admin("GET", path(theirs), null).statusCode()).isEqualTo(404);
        assertThat(admin("DELETE", path(theirs), null).statusCode()).isEqualTo(404);
        assertThat(bearer(theirs, "GET", "/tokens", null).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_ends_with_its_last_day_and_with_its_account() {
        String login = account(Role.TRAINER);
        JsonNode dated = read(call(
                login,
                calls.password(),
                "POST",
                "/tokens",
                "{\"name\": \"Deux jours\", \"scope\": \"READ\", \"validUntil\": \"2026-11-24\"}"));
        clock.set(NOW.plus(Duration.ofHours(34)));
        assertThat(bearer(dated, "GET", "/tokens", null).statusCode())
                .as("23 h on the last day")
                .isEqualTo(200);
        clock.set(NOW.plus(Duration.ofHours(36)));
        assertThat(bearer(dated, "GET", "/tokens", null).statusCode())
                .as("the day after")
                .isEqualTo(401);
        JsonNode open = read(made(login, "READ"));
        sql.sql("update account set enabled = false where username = ?")
                .param(login)
                .update();
        assertThat(bearer(open, "GET", "/tokens", null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_acts_in_the_role_that_its_account_has_at_that_moment() {
        String login = account(Role.TRAINER);
        JsonNode token = read(made(login, "READ"));
        assertThat(bearer(token, "GET", "/accounts", null).statusCode()).isEqualTo(403);
        sql.sql("update account set role = 'ADMIN' where username = ?")
                .param(login)
                .update();
        assertThat(bearer(token, "GET", "/accounts", null).statusCode()).isEqualTo(200);
    }

    @Test
    void its_last_use_is_noted_to_the_minute() {
        JsonNode token = read(made("a-" + code, "READ"));
        assertThat(read(admin("GET", path(token), null)).path("lastUsedAt").isNull())
                .isTrue();
        bearer(token, "GET", "/tokens", null);
        clock.set(NOW.plusSeconds(30));
        bearer(token, "GET", "/tokens", null);
        assertThat(read(admin("GET", path(token), null)).path("lastUsedAt").asString())
                .startsWith("2026-11-23T11:00:00");
        clock.set(NOW.plusSeconds(90));
        bearer(token, "GET", "/tokens", null);
        assertThat(read(admin("GET", path(token), null)).path("lastUsedAt").asString())
                .startsWith("2026-11-23T11:01:30");
    }

    @Test
    void its_value_stands_in_no_table_and_a_repeat_does_not_tell_it() {
        String body = "{\"name\": \"Deux fois\", \"scope\": \"READ\"}";
        JsonNode first = read(withKey(body));
        JsonNode second = read(withKey(body));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("value").isNull()).isTrue();
        String value = first.path("value").asString();
        assertThat(sql.sql(
                                "select count(*) from journal_entry where coalesce(before::text, '') || coalesce(after::text, '')"
                                        + " like '%' || ? || '%'")
                        .param(value)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql(
                                "select count(*) from api_token where label || encode(token_hash, 'escape') like '%' || ? || '%'")
                        .param(value)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select action from journal_entry where subject_id = ?")
                        .param(first.path("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("token.created");
    }

    @Test
    void what_is_missing_or_over_is_named() {
        var refused = admin("POST", "/tokens", "{\"name\": \" \", \"validUntil\": \"2026-11-22\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"name\"", "\"scope\"", "\"validUntil\"", "Ce jour est passé");
    }

    private String account(Role role) {
        String login = "t-" + role.name().toLowerCase(Locale.ROOT) + code;
        calls.account(login, role, SmallCentre.id());
        return login;
    }

    private HttpResponse<String> made(String login, String scope) {
        var made = call(
                login,
                calls.password(),
                "POST",
                "/tokens",
                "{\"name\": \"Rapports\", \"scope\": \"%s\"}".formatted(scope));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static String path(JsonNode token) {
        return "/tokens/" + token.path("id").asString();
    }

    private HttpResponse<String> bearer(JsonNode token, String verb, String path, String body) {
        return send("Bearer " + token.path("value").asString(), verb, path, body, "");
    }

    private HttpResponse<String> withKey(String body) {
        return send(calls.authorization("a-" + code), "POST", "/tokens", body, "once-" + code);
    }

    private HttpResponse<String> send(String authorization, String verb, String path, String body, String key) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
