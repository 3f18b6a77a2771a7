package fr.educentre.assidu.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list is dropped, its columns checked, its effect seen before it is applied, and taken back from the history. */
class RosterImportViewIT extends ViewTest {

    private String code;
    private String file;

    @BeforeEach
    void a_quality_manager() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        code = new SmallCentre(sql, 1).code;
        file = "promo-" + code + ".csv";
        signIn("q-" + code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/imports");
    }

    @Test
    void nothing_is_there_at_first() {
        assertThat(shown())
                .contains("Aucune liste pour l'instant", "rien ne soit écrit")
                .doesNotContain("Colonnes du fichier");
        assertThat(offers("Appliquer")).isFalse();
    }

    @Test
    void what_the_centre_does_not_know_is_shown_and_added_where_one_says_so() {
        drop(
                file,
                "Identifiant;Libellé;Formation;Site;Date de début;Date de fin\nN-" + code + ";Groupe neuf " + code
                        + ";Cuisine neuve;Site neuf;01/12/2026;30/06/2027\n");
        assertThat(shown()).contains("Le centre ne connaît pas : parcours « Cuisine neuve »", "site « Site neuf »");
        assertThat(offers("Appliquer")).isFalse();
        set("Ajouter aussi ce que le centre ne connaît pas", true);
        assertThat(shown()).contains("Seront ajoutés avec la liste : parcours « Cuisine neuve »", "à créer : 1");
        assertThat(groups()).as("nothing is written before").isZero();
        click("Appliquer");
        assertThat(shown()).contains("Ont été ajoutés avec la liste");
        assertThat(groups()).isEqualTo(1);

        follow("Historique");
        click("Annuler cet import : " + file);
        click("Annuler cet import");
        assertThat(groups()).isZero();
        assertThat(sql.sql("select count(*) from programme where title = 'Cuisine neuve'")
                        .query(Long.class)
                        .single())
                .as("taken back with the list")
                .isZero();
    }

    private long groups() {
        return sql.sql("select count(*) from learner_group where code = ?")
                .param("N-" + code)
                .query(Long.class)
                .single();
    }

    @Test
    void a_list_is_shown_line_by_line_applied_and_taken_back() {
        drop(
                file,
                "Matricule interne;Nom de famille;Prénom;Promo\nW-" + code + ";Roy;Zoé;G-" + code + "\nV-" + code
                        + ";Roy;Léo;G-" + code + "\n");
        assertThat(shown()).contains("Colonnes du fichier").doesNotContain("Il manque la colonne");
        // "Promo" is nobody's word for a group: the person says so.
        choose("Promo", "Groupe");
        assertThat(shown()).contains(file + " – Apprenants – à créer : 2, à modifier : 0, inchangés : 0.");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("2 | ", "Créé", "Zoé Roy"))
                .anySatisfy(row -> assertThat(row).contains("3 | ", "Créé", "Léo Roy"));
        assertThat(imported()).as("nothing is written before").isZero();
        click("Appliquer");
        assertThat(shown()).contains("créés : 2, modifiés : 0, inchangés : 0. La liste est appliquée.");
        assertThat(imported()).isEqualTo(2);
        assertThat(offers("Appliquer")).isFalse();

        follow("Historique");
        assertThat(rows())
                .anySatisfy(row ->
                        assertThat(row).contains(file, "Liste · Apprenants", "q-" + code, "Appliqué", "créés : 2"));
        click("Annuler cet import : " + file);
        assertThat(dialog()).contains("Annuler l'import de « " + file + " » ?", "Ce qu'il a créé sera supprimé");
        click("Conserver");
        assertThat(imported()).isEqualTo(2);
        click("Annuler cet import : " + file);
        click("Annuler cet import");
        assertThat(shown()).contains("L'import est annulé.");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(file, "Annulé"));
        assertThat(imported()).isZero();
    }

    @Test
    void a_cell_that_is_wrong_keeps_the_whole_list_out() {
        drop(
                file,
                "Matricule;Nom;Prénom;Groupe\nW-" + code + ";Roy;Zoé;G-" + code + "\nV-" + code + ";Roy;Léo;G-inconnu-"
                        + code + "\n");
        assertThat(shown()).contains("1 à corriger : rien n'est importé tant qu'il reste une cellule rejetée.");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("3", "Rejeté", "G-inconnu-" + code));
        assertThat(offers("Appliquer")).isFalse();
        assertThat(imported()).isZero();
    }

    @Test
    void a_wrong_cell_is_told_in_english_to_whoever_reads_english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("/imports");
        drop(file, "Matricule;Nom;Prénom;Groupe\nW-" + code + ";;Zoé;G-inconnu-" + code + "\n");
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("2", "Rejected", "The value is missing"))
                .anySatisfy(row -> assertThat(row).contains("The group \"G-inconnu-" + code + "\" is unknown"));
    }

    @Test
    void a_file_that_is_no_list_is_refused() {
        drop("photo.csv", new byte[] {0, 1, 2, 3});
        assertThat(offers("Appliquer")).isFalse();
        assertThat(imported()).isZero();
    }

    private long imported() {
        return sql.sql("select count(*) from learner where external_id in (?, ?)")
                .params("W-" + code, "V-" + code)
                .query(Long.class)
                .single();
    }
}
