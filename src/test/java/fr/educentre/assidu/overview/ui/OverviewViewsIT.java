package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Home, the lists of groups, learners and sessions, and what stands behind their lines, as a trainer sees them. */
class OverviewViewsIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-10-05T07:00:00Z");

    private SmallCentre centre;

    @BeforeEach
    void a_trainer() {
        clock.set(START.plus(Duration.ofMinutes(20)));
        centre = new SmallCentre(sql, 2);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void home_is_quiet_where_nothing_happens() {
        open("/");
        assertThat(shown())
                .contains(
                        "Pas de séance aujourd'hui",
                        "Rien à traiter",
                        "Aucune alerte",
                        "Séances en attente de données");
    }

    @Test
    void home_shows_the_sessions_of_the_day_and_leads_to_them() {
        UUID session = centre.session(START);
        centre.session(START.plus(Duration.ofDays(1)));
        open("/");
        assertThat(shown()).contains("09:00", "Atelier · Groupe essai").doesNotContain("Pas de séance aujourd'hui");
        assertThat(styled("assidu-tile").stream().map(this::read))
                .anySatisfy(tile -> assertThat(tile).contains("Séances du jour", "1"));
        follow("Atelier · Groupe essai");
        assertThat(link("Faire l'appel")).isEqualTo("seances/" + session + "/appel");
    }

    @Test
    void a_learner_is_led_from_home_to_their_own_space() {
        centre.session(START.plus(Duration.ofDays(1)));
        signIn("l-" + centre.code, Role.LEARNER, centre.learners.getFirst());
        open("/");
        assertThat(shown())
                .contains(
                        "Mes prochaines séances", "mer. 6 oct. 2027, 09:00 · Atelier · Paris", "I-" + centre.code + "0")
                .doesNotContain("Apprenant1");
    }

    @Test
    void a_learner_without_sessions_to_come_is_told_so() {
        signIn("l-" + centre.code, Role.LEARNER, centre.learners.getFirst());
        open("/espace");
        assertThat(shown()).contains("Aucune séance à venir", "contactez votre référent en cas de doute");
    }

    @Test
    void an_account_that_belongs_to_no_learner_says_whom_to_ask() {
        signIn("l-" + centre.code, Role.LEARNER, SmallCentre.id());
        open("/");
        assertThat(shown()).contains("Aucun apprenant n'est rattaché à ce compte", "Demandez à votre référent");
    }

    @Test
    void the_groups_one_teaches_lead_to_their_learners() {
        open("/groupes");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucun groupe");
        centre.session(START);
        open("/groupes");
        open("/groupes/" + centre.group);
        assertThat(shown()).contains("G-" + centre.code + " · Essai · Paris");
        assertThat(rows())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("Lou Apprenant0"))
                .anySatisfy(row -> assertThat(row).contains("Lou Apprenant1"));
        follow("Lou Apprenant1");
        assertThat(shown()).contains("L-" + centre.code + "1", centre.email(1));
    }

    @Test
    void learners_are_found_by_name_address_or_identifier() {
        centre.session(START);
        open("/apprenants");
        assertThat(rows()).hasSize(2);
        fill(field(TextField.class, "Nom, courriel ou identifiant"), "L-" + centre.code + "1");
        assertThat(rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row).contains("Lou Apprenant1", "L-" + centre.code + "1", centre.email(1)));
        fill(field(TextField.class, "Nom, courriel ou identifiant"), "personne " + centre.code);
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucun apprenant trouvé");
    }

    @Test
    void a_learners_page_tells_who_they_are_and_where_they_stand() {
        centre.session(START);
        open("/apprenants/" + centre.learners.getFirst());
        assertThat(shown())
                .contains(
                        "L-" + centre.code + "0",
                        centre.email(0),
                        "Eva Pain",
                        "I-" + centre.code + "0 · Groupe essai",
                        "10 h conventionnées",
                        "Aucune alerte pour cet apprenant.",
                        "Certificat de réalisation (PDF)");
    }

    @Test
    void sessions_are_filtered_by_the_address_and_by_choices() {
        centre.session(START);
        centre.session(START.plus(Duration.ofDays(7)));
        open("/seances");
        assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row).contains("Atelier", "Tom Formateur"));
        set("Au", java.time.LocalDate.of(2027, 10, 6));
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("mar. 5 oct. 2027, 09:00 – 12:00", "Présentiel"));
        set("Du", java.time.LocalDate.of(2027, 10, 6));
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucune séance", "Élargissez les filtres");
        open("/seances?groupe=" + centre.group);
        assertThat(rows()).hasSize(2);
    }
}
