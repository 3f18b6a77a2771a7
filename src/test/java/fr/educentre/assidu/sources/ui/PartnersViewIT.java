package fr.educentre.assidu.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's columns are explained, tried without a trace, remembered, and its file imported. */
class PartnersViewIT extends ViewTest {

    private SmallCentre centre;
    private UUID session;
    private String partner;

    @BeforeEach
    void a_quality_manager() {
        clock.set(Instant.parse("2027-10-20T12:00:00Z"));
        centre = new SmallCentre(sql, 1);
        session = centre.session(Instant.parse("2027-10-19T07:00:00Z"));
        partner = "w" + centre.code;
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/connecteurs/partenaires");
    }

    @Test
    void a_file_waits_for_its_partner_to_be_named() {
        assertThat(shown()).contains("Les propositions faites pour eux sont des suppositions");
        drop("export.csv", file());
        assertThat(shown()).contains("Indiquez d'abord le partenaire.").doesNotContain("Aperçu");
        name(partner);
        assertThat(shown()).as("the file is still there").contains("Aperçu — export.csv", "1 ligne");
    }

    @Test
    void what_is_no_table_is_refused() {
        name(partner);
        assertThat(shown()).contains("Aucun modèle pour ce partenaire.");
        drop("photo.csv", new byte[] {0, 1, 2, 3});
        assertThat(offers("Importer le fichier")).isFalse();
        assertThat(traces()).isZero();
    }

    @Test
    void a_trial_writes_nothing_what_is_explained_is_remembered_and_the_file_becomes_traces() {
        name(partner);
        drop("export.csv", file());
        assertThat(shown()).contains("En-têtes reconnus en partie : complétez et vérifiez. 1 ligne.");
        choose("Cours " + centre.code, "Code de la séance");
        choose("Ici", "Présent");
        click("Essayer sans enregistrer");
        assertThat(shown()).contains("Essai : 1 trace pour 1 séance ; aucune ligne à corriger. Rien n'est enregistré.");
        assertThat(traces()).isZero();
        click("Enregistrer le modèle");
        assertThat(shown())
                .contains("Modèle enregistré pour " + partner + ".", "3 en-têtes (", "par q-" + centre.code)
                .doesNotContain("Aucun modèle pour ce partenaire.");
        click("Importer le fichier");
        assertThat(shown()).contains("Import : 1 trace nouvelle pour 1 séance");
        assertThat(traces()).isEqualTo(1);

        drop("export.csv", file());
        assertThat(shown()).contains("Modèle enregistré : les colonnes sont remplies. 1 ligne.");
    }

    private String file() {
        return "Cours %1$s;Identifiant;Présence\nSE-%2$s;L-%1$s0;Ici\n".formatted(centre.code, session);
    }

    @SuppressWarnings("unchecked")
    private void name(String typed) {
        ((ComboBox<String>) field(ComboBox.class, "Partenaire")).setValue(typed);
    }

    private long traces() {
        return sql.sql("select count(*) from evidence where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }
}
