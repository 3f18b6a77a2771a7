package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What opens something: one-time passwords, tokens of programs and signed links, each until it ends. */
@AssiduIT
class CredentialsIT {

    @Autowired
    Calls calls;

    @Autowired
    AccountRepository accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SignedLinks links;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_one_time_password_opens_nothing_but_its_change() {
        String username = "once-" + UUID.randomUUID();
        calls.account(username, Role.ADMIN, UUID.randomUUID());
        transaction.executeWithoutResult(
                status -> accounts.findByUsername(username).orElseThrow().requirePasswordChange());
        assertThat(status(calls.authorization(username))).isEqualTo(403);
        calls.actAs(username, Role.ADMIN, UUID.randomUUID());
        assertThat(passwords.mustChange()).isTrue();
        assertThatThrownBy(() -> passwords.change("wrong", "quatre-canards-bleus"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passwords.change(calls.password(), "short")).isInstanceOf(Refusal.class);
        passwords.change(calls.password(), "quatre-canards-bleus");
        assertThat(status(calls.authorization(username))).isEqualTo(401);
        assertThat(accounts.findByUsername(username).orElseThrow().mustChangePassword())
                .isFalse();
    }

    @Test
    void a_token_acts_as_its_account_until_it_expires_or_is_revoked() {
        calls.actAs("token-maker", Role.QUALITY_MANAGER, UUID.randomUUID());
        LocalDate tomorrow = CentreDays.of(clock.instant()).plusDays(1);
        String token = tokens.issue(UUID.randomUUID(), new NewToken("essai", TokenScope.WRITE, tomorrow))
                .value();
        assertThat(status("Bearer " + token)).isEqualTo(200);
        assertThat(status("Bearer " + token + "x")).isEqualTo(401);
        clock.advance(Duration.ofDays(2));
        assertThat(status("Bearer " + token)).isEqualTo(401);
        clock.reset();
        calls.actAs("token-maker", Role.QUALITY_MANAGER, UUID.randomUUID());
        tokens.own().forEach(own -> tokens.revoke(own.id()));
        assertThat(status("Bearer " + token)).isEqualTo(401);
    }

    @Test
    void a_signed_link_opens_what_it_was_made_for_until_it_expires() {
        UUID learner = UUID.randomUUID();
        String token = links.issue(
                "JUSTIFY", learner, Map.of("a", "b"), clock.instant().plus(Duration.ofHours(1)));
        assertThat(links.open("JUSTIFY", token).orElseThrow().subjectId()).isEqualTo(learner);
        assertThat(links.open("SIGN", token)).isEmpty();
        assertThat(links.open("JUSTIFY", token + "x")).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(links.open("JUSTIFY", token)).isEmpty();
    }

    private int status(String authorization) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/rules"))
                        .header("Authorization", authorization)
                        .build())
                .statusCode();
    }
}
