package fr.educentre.assidu.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A centre is led through what it needs, and goes on where it stopped. */
class OnboardingViewIT extends ViewTest {

    private final String code = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void a_day() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @AfterEach
    void nothing_put_aside() {
        sql.sql("delete from onboarding_step_put_aside").update();
    }

    @Test
    void a_step_says_what_it_makes_possible_and_is_done_in_place() {
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        open("/demarrage?etape=sites");
        assertThat(shown()).contains("sur 7", "Le fuseau, les jours fériés et les fermetures");
        click("Ajouter un site");
        fill("Nom", "Site " + code);
        fill("Code", "S" + code);
        fill("Adresse", "1 rue de l’Essai");
        fill("Code postal", "97400");
        fill("Ville", "Saint-Denis");
        click("Enregistrer");
        assertThat(sql.sql("select count(*) from site where code = ?")
                        .param("S" + code)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        long sites = sql.sql("select count(*) from site where not retired")
                .query(Long.class)
                .single();
        assertThat(shown()).contains(sites == 1 ? "Un site." : sites + " sites.");
    }

    @Test
    void what_another_role_does_is_shown_with_who_does_it() {
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/demarrage?etape=sites");
        assertThat(shown()).contains("Cette partie revient à : Administration");
        assertThat(offers("Ajouter un site")).isFalse();
        open("/demarrage?etape=people");
        assertThat(offers("Ajouter un formateur")).isTrue();
        assertThat(offers("Ajouter un compte")).isFalse();
    }

    @Test
    void a_step_is_put_aside_and_resumed_and_the_next_one_opens() {
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        open("/demarrage?etape=sources");
        click("Plus tard, ou sans objet");
        assertThat(shown()).as("the next step").contains("Le serveur de messagerie", "mise de côté");
        open("/demarrage?etape=sources");
        click("Reprendre cette étape");
        assertThat(shown()).doesNotContain("mise de côté");
        assertThat(offers("Plus tard, ou sans objet")).isTrue();
    }

    @Test
    void home_leads_to_what_is_left_and_only_who_sets_the_centre_up() {
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        open("/");
        assertThat(shown()).contains("Le centre démarre", "Zoom, Teams, BigBlueButton");
        follow("Sources");
        assertThat(shown()).contains("L'appel seul suffit pour commencer");
        signIn("u-" + code, Role.AUDITOR, SmallCentre.id());
        open("/");
        assertThat(shown()).doesNotContain("Le centre démarre");
    }
}
