package fr.educentre.assidu.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shared tablet: opened, signed by hand or by a button, closed by the trainer's own signature. */
class SigningViewIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-11-09T08:00:00Z");
    private static final Instant NEARLY_OVER = START.plus(Duration.ofMinutes(170));

    @Autowired
    Signing signing;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_trainer_with_a_tablet() {
        clock.set(START.plus(Duration.ofMinutes(2)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void the_sheet_is_opened_and_a_learner_signs_by_a_button_without_drawing() {
        open("/seances/" + session + "/emargement");
        assertThat(shown()).contains("0 signé sur 3", "Apprenant0 Lou", "Pas de signature");
        click("Ouvrir l'émargement");
        click("Faire signer Lou Apprenant0");
        assertThat(dialog())
                .contains("Lou Apprenant0", "J'atteste de ma présence à la séance « Atelier »", "a la même valeur");
        click("Je signe");
        assertThat(notice()).isEqualTo("Signé : Lou Apprenant0");
        assertThat(dialogs()).isEmpty();
        assertThat(shown()).contains("1 signé sur 3", "Signé à 09:02");
        assertThat(offers("Faire signer Lou Apprenant0")).isFalse();
        assertThat(signing.proofs(session).getFirst().statement().means()).isEqualTo(SigningMeans.CONFIRMED);
    }

    @Test
    void a_learner_draws_and_an_empty_frame_is_no_signature() {
        signing.open(session);
        open("/seances/" + session + "/emargement");
        click("Faire signer Lou Apprenant1");
        click("Valider ma signature");
        assertThat(dialog()).contains("Rien n'est dessiné");
        pad().drawn("[[[10,20],[30.04,40]]]");
        click("Effacer");
        click("Valider ma signature");
        assertThat(dialogs()).as("nothing is left in the frame").hasSize(1);
        pad().drawn("[[[10,20],[30.04,40]]]");
        click("Valider ma signature");
        assertThat(dialogs()).isEmpty();
        assertThat(signing.proofs(session).getFirst().strokes().text()).isEqualTo("[[[10.0,20.0],[30.0,40.0]]]");
    }

    @Test
    void names_stay_in_their_order_whoever_has_signed() {
        signing.open(session);
        signing.signLearner(session, centre.learners.get(1), Act.confirmed("phone"));
        open("/seances/" + session + "/emargement");
        assertThat(styled("assidu-roll-line").stream().map(this::read))
                .extracting(line -> line.lines().findFirst().orElse(""))
                .containsExactly("Apprenant0 Lou", "Apprenant1 Lou", "Apprenant2 Lou");
    }

    @Test
    void the_trainer_signs_at_the_end_over_what_was_signed_and_reads_who_did_not() {
        signing.open(session);
        signing.signLearner(session, centre.learners.get(0), Act.confirmed("phone"));
        open("/seances/" + session + "/emargement");
        assertThat(shown()).contains("Le formateur signe à partir de 11:45.");
        assertThat(offers("Signer en tant que formateur")).isFalse();
        clock.set(NEARLY_OVER);
        open("/");
        open("/seances/" + session + "/emargement");
        click("Signer en tant que formateur");
        assertThat(dialog())
                .contains("signatures recueillies (1)", "N'ont pas signé : Lou Apprenant1, Lou Apprenant2.");
        click("Je signe");
        assertThat(shown()).contains("Signé par t-" + centre.code + " à 11:50", "Ouvrir l'émargement");
        assertThat(signing.of(session).trainer()).isPresent();
    }

    @Test
    void the_sessions_page_leads_there_and_says_how_far_it_is() {
        open("/seances/" + session);
        assertThat(shown()).contains("Faire émarger").doesNotContain("Émargement ouvert");
        signing.open(session);
        signing.signLearner(session, centre.learners.get(0), Act.confirmed("phone"));
        clock.set(NEARLY_OVER);
        open("/");
        open("/seances/" + session);
        assertThat(shown()).contains("Émargement ouvert : 1 signé sur 3. Le formateur n'a pas signé.");
        signing.signTrainer(session, Act.confirmed("phone"));
        open("/");
        open("/seances/" + session);
        assertThat(shown()).contains("Émargement : 1 signé sur 3. Signé par t-" + centre.code + " à 11:50.");
    }

    @Test
    void a_quality_manager_holds_the_tablet_and_does_not_sign_for_the_trainer() {
        clock.set(NEARLY_OVER);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/seances/" + session + "/emargement");
        click("Ouvrir l'émargement");
        assertThat(offers("Faire signer Lou Apprenant0")).isTrue();
        assertThat(offers("Signer en tant que formateur")).isFalse();
    }

    @Test
    void too_early_it_is_said_when_it_opens() {
        clock.set(START.minus(Duration.ofHours(1)));
        open("/seances/" + session + "/emargement");
        click("Ouvrir l'émargement");
        assertThat(notice()).contains("ouvre le 09/11/2027 à 08:45");
        assertThat(signing.of(session).isOpen()).isFalse();
    }

    private SignaturePad pad() {
        return reachable(SignaturePad.class).findFirst().orElseThrow();
    }
}
