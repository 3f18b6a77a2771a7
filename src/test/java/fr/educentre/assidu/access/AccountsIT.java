package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts are entered, their owners invited; who is disabled or has ended gets in no more. */
class AccountsIT extends AccountsCase {

    @Test
    void an_invited_owner_chooses_a_password_once_and_signs_in() {
        JsonNode account = read(admin("POST", "/accounts", account("QUALITY_MANAGER", null)));
        String path = "/accounts/" + account.path("id").asString();
        assertThat(admin("POST", path + "/invite", null).statusCode()).isEqualTo(204);
        String token = mailedToken();

        assertThat(links.login(token, "192.0.2.1")).contains("n-" + code);
        assertThat(links.login(token, "192.0.2.1"))
                .as("reading uses nothing up")
                .isPresent();
        links.choose(token, "un long secret à soi");
        assertThat(links.login(token, "192.0.2.1")).as("once").isEmpty();
        assertThat(call("n-" + code, "un long secret à soi", "GET", "/programmes", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(sql.sql("select count(*) from message where body like ?")
                        .param("%" + token + "%")
                        .query(Long.class)
                        .single())
                .as("nobody else reads the link")
                .isZero();
    }

    @Test
    void who_is_disabled_gets_in_no_more() {
        JsonNode account = read(admin("POST", "/accounts", account("QUALITY_MANAGER", null)));
        String path = "/accounts/" + account.path("id").asString();
        admin("POST", path + "/invite", null);
        links.choose(mailedToken(), "un long secret à soi");
        assertThat(admin("POST", path + "/disable", null).statusCode()).isEqualTo(204);
        assertThat(call("n-" + code, "un long secret à soi", "GET", "/programmes", null)
                        .statusCode())
                .isEqualTo(401);
        admin("POST", path + "/enable", null);
        assertThat(call("n-" + code, "un long secret à soi", "GET", "/programmes", null)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_account_ends_with_its_last_day() {
        JsonNode account = read(admin("POST", "/accounts", account("AUDITOR", null)));
        admin("POST", "/accounts/" + account.path("id").asString() + "/invite", null);
        links.choose(mailedToken(), "un long secret à soi");
        assertThat(call("n-" + code, "un long secret à soi", "GET", "/groups", null)
                        .statusCode())
                .isEqualTo(200);
        background.leap(NOW.plus(Duration.ofDays(40)));
        assertThat(call("n-" + code, "un long secret à soi", "GET", "/groups", null)
                        .statusCode())
                .as("valid until the 30th")
                .isEqualTo(401);
    }

    @Test
    void a_role_of_a_person_needs_that_person() {
        var nobody = admin("POST", "/accounts", account("TRAINER", null));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Choisissez le formateur");
        var centre = new SmallCentre(sql, 0);
        assertThat(admin("POST", "/accounts", account("TRAINER", centre.trainer.toString()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(admin("POST", "/accounts", account("REFERENT", centre.trainer.toString()))
                        .statusCode())
                .as("a trainer is no referent")
                .isEqualTo(422);
    }

    @Test
    void a_forgotten_password_is_mailed_to_the_account_alone() {
        admin("POST", "/accounts", account("QUALITY_MANAGER", null));
        Calls.actAsVisitor();
        links.forgotten("nobody-" + code, "from-" + code);
        assertThat(mails()).isEmpty();
        links.forgotten("n-" + code + "@essai.example", "from-" + code);
        assertThat(mails()).hasSize(1);
        links.forgotten("n-" + code, "from-" + code);
        assertThat(mails()).as("one in two minutes").hasSize(1);
    }

    @Test
    void who_asks_for_forgotten_passwords_again_and_again_has_to_wait() {
        Calls.actAsVisitor();
        for (int i = 0; i < 10; i++) {
            links.forgotten("nobody-" + i + code, "from-" + code);
        }
        assertThatThrownBy(() -> links.forgotten("nobody-" + code, "from-" + code))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.http.429"));
        links.forgotten("nobody-" + code, "elsewhere-" + code);
    }

    @Test
    void a_login_is_what_can_be_typed_and_sent() {
        for (String login : List.of("ad min", "a:b", "a/b", "<b>", "a\\u2028b")) {
            var refused =
                    admin("POST", "/accounts", account("AUDITOR", null).replace("n-" + code + "\"", login + "\""));
            assertThat(refused.statusCode()).as(login + refused.body()).isEqualTo(422);
            assertThat(refused.body()).as(login).contains("\"login\"", "ni espace ni deux-points");
        }
        for (String login : List.of("zoé.d'arc-" + code, code + "@essai.example", code + "_x+y")) {
            var taken = admin("POST", "/accounts", account("AUDITOR", null).replace("n-" + code + "\"", login + "\""));
            assertThat(taken.statusCode()).as(login + taken.body()).isEqualTo(201);
        }
    }

    @Test
    void one_that_may_not_be_used_is_not_invited() {
        JsonNode account = read(admin("POST", "/accounts", account("QUALITY_MANAGER", null)));
        String path = "/accounts/" + account.path("id").asString();
        admin("POST", path + "/disable", null);
        var refused = admin("POST", path + "/invite", null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Ce compte est désactivé", "Réactivez-le");
        assertThat(mails()).isEmpty();
        admin("POST", path + "/enable", null);
        background.leap(NOW.plus(Duration.ofDays(40)));
        assertThat(admin("POST", path + "/invite", null).body()).contains("corrigez ses dates");
    }

    @Test
    void nobody_but_an_administrator_keeps_accounts() {
        for (Role role : List.of(Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER)) {
            calls.account(role + code, role, SmallCentre.id());
            assertThat(call(role + code, calls.password(), "GET", "/accounts", null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void who_has_several_roles_acts_in_one_at_a_time() {
        String both = account("ADMIN", null).replace("[\"ADMIN\"]", "[\"ADMIN\", \"QUALITY_MANAGER\"]");
        JsonNode account = read(admin("POST", "/accounts", both));
        admin("POST", "/accounts/" + account.path("id").asString() + "/invite", null);
        links.choose(mailedToken(), "un long secret à soi");
        String secret = "un long secret à soi";
        assertThat(call("n-" + code, secret, "GET", "/sites", null).statusCode())
                .isEqualTo(200);
        assertThat(call("n-" + code, secret, "GET", "/programmes", null).statusCode())
                .isEqualTo(403);
        signInAs("n-" + code);
        assertThat(roles.others()).containsExactly(Role.QUALITY_MANAGER);
        roles.actIn(Role.QUALITY_MANAGER);
        assertThat(call("n-" + code, secret, "GET", "/programmes", null).statusCode())
                .isEqualTo(200);
        assertThat(call("n-" + code, secret, "GET", "/sites", null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void somebody_who_can_sign_in_always_keeps_the_administration() {
        String sole = sql.sql("select id::text from account where username = ?")
                .param("a-" + code)
                .query(String.class)
                .single();
        sql.sql(
                        "update account set enabled = false where id::text <> ? and id in (select account_id from account_role where role = 'ADMIN')"
                                + " and password_hash <> '*' and enabled")
                .param(sole)
                .update();
        try {
            admin("POST", "/accounts", account("ADMIN", null));
            assertThat(admin("POST", "/accounts/" + sole + "/disable", null).statusCode())
                    .as("the other one never chose a password")
                    .isEqualTo(409);
        } finally {
            sql.sql("update account set enabled = true").update();
        }
    }
}
