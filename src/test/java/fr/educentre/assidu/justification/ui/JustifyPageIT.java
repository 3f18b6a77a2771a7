package fr.educentre.assidu.justification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.Test;

/** The page behind the link of a mail, for whoever has no account. */
class JustifyPageIT extends ViewTest {

    @Test
    void a_link_that_is_no_longer_good_says_whom_to_call() {
        new SmallCentre(sql, 1);
        open("/j/un-lien-qui-n-est-plus-bon");
        assertThat(shown())
                .contains("Ce lien n'est plus valable", "Ouvrez le lien du dernier courriel reçu, ou appelez");
        assertThat(offers("Envoyer mon justificatif")).isFalse();
        click("English");
        assertThat(shown()).doesNotContain("Ce lien n'est plus valable");
    }
}
