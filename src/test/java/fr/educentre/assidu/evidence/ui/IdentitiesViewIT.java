package fr.educentre.assidu.evidence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.RecordedTraces;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Unknown participants are recognised once for all their sessions, undone, chosen by hand; aliases are withdrawn. */
class IdentitiesViewIT extends ViewTest {

    private static final Instant MONDAY = Instant.parse("2027-09-06T07:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    @Autowired
    Evidences evidences;

    private SmallCentre centre;
    private RecordedTraces traces;
    private UUID monday;
    private UUID tuesday;

    @BeforeEach
    void two_finished_video_sessions() {
        clock.set(TUESDAY.plus(Duration.ofHours(6)));
        centre = new SmallCentre(sql, 4);
        name(0, "Élodie", "Lefèvre");
        name(1, "Karim", "Benali");
        name(2, "Lucie", "Mercier");
        name(3, "Zoé", "Faure");
        traces = new RecordedTraces(evidences, centre);
        monday = video(MONDAY);
        tuesday = video(TUESDAY);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void nobody_is_to_be_recognised_at_first() {
        open("/identites");
        assertThat(shown()).contains("Personne à reconnaître", "Les prochains inconnus attendront ici.");
        open("/identites?onglet=alias");
        assertThat(shown()).contains("Aucun alias", "Le premier participant reconnu apparaîtra ici.");
    }

    @Test
    void one_click_recognises_everywhere_and_can_be_taken_back() {
        strangers();
        open("/identites");
        assertThat(rows()).hasSize(4);
        assertThat(read(styled("assidu-menu-badge").getFirst())).isEqualTo("4");

        click("lefevre elodie (Guest) est Élodie Lefèvre");
        assertThat(notice()).contains("lefevre elodie (Guest) est Élodie Lefèvre : 2 séances.");
        assertThat(rows()).hasSize(3);
        assertThat(read(styled("assidu-menu-badge").getFirst())).isEqualTo("3");
        click("Annuler");
        assertThat(rows()).hasSize(4);
        click("lefevre elodie (Guest) est Élodie Lefèvre");
        assertThat(rows()).hasSize(3);
        assertThat(evidences.ofSession(tuesday))
                .filteredOn(trace -> trace.person().key().equals(account()))
                .singleElement()
                .satisfies(trace -> assertThat(trace.match().learnerId()).isEqualTo(centre.learners.getFirst()));
    }

    @Test
    void someone_whom_nothing_proposes_is_chosen_by_hand() {
        strangers();
        open("/identites");
        click("Choisir une autre personne pour iPad");
        assertThat(dialog()).contains("Qui est iPad ?");
        click("C'est cette personne");
        assertThat(dialog()).contains("Choisissez un apprenant de la liste.");
        choose("Apprenant attendu", "Zoé Faure");
        click("C'est cette personne");
        assertThat(dialogs()).isEmpty();
        assertThat(rows()).hasSize(3);
        assertThat(evidences.ofSession(monday))
                .filteredOn(trace -> trace.person().key().equals("ipad " + centre.code))
                .singleElement()
                .satisfies(trace -> assertThat(trace.match().learnerId()).isEqualTo(centre.learners.get(3)));
    }

    @Test
    void a_participant_may_be_nobody() {
        strangers();
        open("/identites");
        click("iPad n'est personne d'attendu");
        assertThat(notice()).contains("iPad : personne d'attendu.");
        assertThat(rows()).hasSize(3).noneMatch(row -> row.contains("iPad"));
        assertThat(evidences.openProposals(monday))
                .extracting(Evidences.Proposal::personKey)
                .doesNotContain("ipad " + centre.code);
    }

    @Test
    void an_alias_is_withdrawn_and_its_sessions_decided_again() {
        strangers();
        open("/identites");
        click("lefevre elodie (Guest) est Élodie Lefèvre");
        open("/identites?onglet=alias");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("lefevre elodie (Guest)", "est Élodie Lefèvre", "Reconnu tout seul", "2 séances"));
        click("Retirer l'alias de lefevre elodie (Guest)");
        assertThat(dialog())
                .contains("Retirer l'alias de lefevre elodie (Guest) ?", "2 séances sont décidées de nouveau");
        click("Garder");
        assertThat(rows()).hasSize(1);
        click("Retirer l'alias de lefevre elodie (Guest)");
        click("Retirer l'alias");
        assertThat(notice()).contains("Alias retiré.");
        assertThat(rows()).isEmpty();
        assertThat(evidences.openProposals(tuesday))
                .extracting(Evidences.Proposal::personKey)
                .contains(account());
    }

    @Test
    void an_auditor_looks_and_decides_nothing() {
        strangers();
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/identites?seance=" + monday);
        assertThat(rows()).hasSize(3);
        assertThat(offers("est Élodie Lefèvre")).isFalse();
        assertThat(offers("Choisir une autre personne")).isFalse();
    }

    private void strangers() {
        for (UUID session : List.of(monday, tuesday)) {
            unknown(session, account(), "lefevre elodie (Guest)", account());
            unknown(session, "k. benali " + centre.code, "K. Benali", null);
        }
        unknown(monday, "ipad " + centre.code, "iPad", null);
    }

    private String account() {
        return "acc-" + centre.code;
    }

    private void unknown(UUID session, String key, String shown, @org.jspecify.annotations.Nullable String issuedId) {
        Instant start = session.equals(monday) ? MONDAY : TUESDAY;
        traces.unknown(session, start.plusSeconds(300), start.plusSeconds(9900), key, shown, issuedId);
    }

    private void name(int learner, String first, String last) {
        sql.sql("update learner set first_name = ?, last_name = ? where id = ?")
                .params(first, last, centre.learners.get(learner))
                .update();
    }

    private UUID video(Instant start) {
        UUID id = centre.session(start);
        sql.sql(
                        "update training_session set modality = 'VIDEO', meeting_provider = 'ZOOM', meeting_id = ? where id = ?")
                .params("864" + start.getEpochSecond(), id)
                .update();
        return id;
    }
}
