package fr.educentre.assidu.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(offers("Éditer les certificats du groupe")).isTrue();
    }
}
