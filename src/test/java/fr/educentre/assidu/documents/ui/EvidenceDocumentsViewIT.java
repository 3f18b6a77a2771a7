package fr.educentre.assidu.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report would hold and what it lacks, before it is made. */
class EvidenceDocumentsViewIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-11-09T08:00:00Z");

    private SmallCentre centre;

    @BeforeEach
    void a_quality_manager() {
        clock.set(START.plus(Duration.ofHours(5)));
        centre = new SmallCentre(sql, 2);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + centre.code, centre.group)
                .update();
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void a_group_without_sessions_has_nothing_to_make() {
        open("/preuves?groupe=" + centre.group);
        assertThat(shown()).contains("Aucune séance commencée dans ce périmètre.", "Aucune séance dans ce périmètre");
    }

    @Test
    void what_will_come_out_and_what_is_missing_is_said_first() {
        centre.session(START);
        open("/preuves?groupe=" + centre.group);
        assertThat(shown())
                .contains("2 lignes : 2 apprenants, 1 séance", "2 lignes attendent des données de présence")
                .doesNotContain("Rien ne manque");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Atelier", "Tom Formateur"));
        assertThat(offers("Émettre les certificats du groupe")).isTrue();
    }

    @Test
    void a_sheet_is_issued_then_replaced_and_cancelled_with_a_reason() {
        UUID session = centre.session(START);
        open("/preuves?groupe=" + centre.group);
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Atelier", "Projet"));
        press("Émettre : Atelier", "Atelier");
        String number = inForce(session);
        assertThat(notice()).contains(number, "émis");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Atelier", "En vigueur", number));

        press("Remplacer : Atelier", "Atelier");
        fill("Motif", "deuxième lecture");
        click("Remplacer");
        assertThat(notice()).contains("Rien n'a changé");
        assertThat(inForce(session)).isEqualTo(number);

        press("Annuler : " + number, number);
        click("Annuler le document");
        assertThat(dialog()).contains("Donnez le motif.");
        fill("Motif", "mauvaise séance");
        click("Annuler le document");
        assertThat(sql.sql("select state || ' ' || ended_reason from issued_document where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED mauvaise séance");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Atelier", "Projet"));
    }

    @Test
    void who_only_reads_is_offered_no_act() {
        centre.session(START);
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/preuves?groupe=" + centre.group);
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Atelier", "Projet", "Lire la feuille"));
        assertThat(offers("Émettre : Atelier")).isFalse();
        assertThat(offers("Émettre les certificats du groupe")).isFalse();
    }

    private String inForce(UUID session) {
        return sql.sql("select number from issued_document where session_id = ? and state = 'VALID'")
                .param(session)
                .query(String.class)
                .single();
    }

    @Test
    void without_a_choice_it_begins_with_the_last_days_and_all_is_a_choice() {
        open("/preuves");
        assertThat(field(DatePicker.class, "Du").getValue()).isEqualTo("2027-10-09");
        open("/preuves?groupe=" + centre.group);
        assertThat(field(DatePicker.class, "Du").getValue()).isNull();
    }
}
