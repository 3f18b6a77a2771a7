package fr.educentre.assidu.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account offers what can be done to it now. */
class AccountsViewIT extends ViewTest {

    private String sought;

    @BeforeEach
    void an_administrator() {
        var centre = new SmallCentre(sql, 0);
        sought = "aud-" + centre.code;
        calls.account(sought, Role.AUDITOR, SmallCentre.id());
        signIn("adm-" + centre.code, Role.ADMIN, SmallCentre.id());
        open("/centre/comptes?q=" + sought + "&tous=true");
        click(sought);
    }

    @Test
    void one_that_may_be_used_can_be_disabled_and_the_other_way_round() {
        assertThat(offers("Désactiver")).isTrue();
        assertThat(offers("Réactiver")).isFalse();
        assertThat(offers("Envoyer une invitation")).isTrue();
        click("Désactiver");
        assertThat(offers("Désactiver")).isFalse();
        assertThat(offers("Envoyer une invitation")).isFalse();
        click("Réactiver");
        assertThat(offers("Désactiver")).isTrue();
        assertThat(offers("Réactiver")).isFalse();
    }
}
