package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever a password is chosen: what is guessed first, and what would not be kept whole, is not taken. */
@AssiduIT
class PasswordPolicyIT {

    @Autowired
    Calls calls;

    @Autowired
    Passwords passwords;

    @Autowired
    Accounts people;

    @Autowired
    PasswordPolicy policy;

    @Autowired
    AccountRepository accounts;

    @Autowired
    SignedLinks signed;

    @Autowired
    AccountLinks links;

    @Autowired
    MutableClock clock;

    @ParameterizedTest
    @CsvSource({
        "court, refusal.password.short",
        "Mot-de-passe-bien-trop-long-pour-être-gardé-en-entier-par-la-fonction-bcrypt, refusal.password.long",
        "éééééééééééééééééééééééééééééééééééééééééééé, refusal.password.long",
        "password1234, refusal.password.known",
        "123456789012, refusal.password.known",
        "qwertyuiop12, refusal.password.known",
        "azertyuiop12, refusal.password.known",
        "unbelievable, refusal.password.known",
        "aaaaaaaaaaaaaaa, refusal.password.known"
    })
    void a_password_that_is_short_cut_or_known_is_refused_with_what_to_do(String next, String why) {
        String username = "chooses-" + UUID.randomUUID();
        calls.actAs(username, Role.ADMIN, UUID.randomUUID());
        assertThatThrownBy(() -> passwords.change(calls.password(), next))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(why));
        assertThatThrownBy(() -> people.createIfAbsent(
                        new Accounts.NewAccount("made-" + UUID.randomUUID(), next, "Léa", null, Role.TRAINER, null)))
                .as("where an administrator chooses it")
                .isInstanceOf(Refusal.class);
        UUID account = accounts.findByUsername(username).orElseThrow().id();
        String token =
                signed.issue("ACCOUNT", account, Map.of(), clock.instant().plusSeconds(3_600));
        assertThatThrownBy(() -> links.choose(token, next))
                .as("by a link")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(why));
    }

    @Test
    void the_name_of_the_account_is_guessed_first() {
        assertThatThrownBy(() -> policy.require("sophie.bernard", "sophie.bernard"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_password_without_any_sign_is_as_good_as_another() {
        assertThatCode(() -> policy.require("quatre canards bleus dorment", "lea"))
                .doesNotThrowAnyException();
    }
}
