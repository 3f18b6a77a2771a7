package fr.educentre.assidu.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules with what came of them, found by words and by set; rule files taken in as drafts. */
class RulesViewIT extends ViewTest {

    @Autowired
    RuleBook book;

    private String code;
    private String name;

    @BeforeEach
    void a_quality_manager() {
        var centre = new SmallCentre(sql, 1);
        code = centre.code;
        name = "Trois retards " + code;
        signIn("q-" + code, Role.QUALITY_MANAGER, centre.referent);
        open("/regles");
    }

    @Test
    void rules_are_found_by_words_and_by_set() {
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Trois absences en un mois", "En vigueur"));
        fill("Chercher", "trois absences");
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).containsIgnoringCase("trois absences"));
        fill("Chercher", "");
        choose("Ensemble", "Réalisation");
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).contains("Réalisation", "–"));
        fill("Chercher", "rien de tel " + code);
        assertThat(rows()).isEmpty();
    }

    @Test
    void rule_files_become_drafts_and_a_bad_one_is_named_by_its_line() {
        String text = "règle \"" + name
                + "\"\nquand\n    l'apprenant cumule au moins 3 retards sur les 30 derniers jours\nalors\n    prévenir le référent\n";
        click("Importer des règles");
        drop("fausse.dslr", text.replace("prévenir le référent", "prévenir la lune"));
        assertThat(dialog())
                .contains(
                        "Pas pris", "fausse.dslr, ligne 5 : « prévenir la lune » n'est pas une phrase du vocabulaire.");
        assertThat(written()).as("nothing changed").isEmpty();
        drop("bonne.dslr", text);
        assertThat(dialog())
                .contains("Pris : 1", "bonne.dslr, nouvelle règle (brouillon)")
                .doesNotContain("Pas pris");
        var rule = written().orElseThrow();
        assertThat(book.get(rule.id()).text()).as("not in force").isNull();
        drop("bonne.dslr", text);
        assertThat(dialog()).contains("bonne.dslr, identique à la version 1");
        assertThat(book.get(rule.id()).versions()).hasSize(1);
        drop("photo.png", "rien");
        assertThat(dialog()).contains("Ce n'est ni un fichier .dslr ni un ZIP.");
        click("Fermer");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains(name, "Brouillon"));
    }

    @Test
    void only_the_quality_manager_writes() {
        assertThat(offers("Nouvelle règle")).isTrue();
        signIn("a-" + code, Role.AUDITOR, SmallCentre.id());
        open("/regles");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Trois absences en un mois"));
        assertThat(offers("Nouvelle règle")).isFalse();
        assertThat(offers("Importer des règles")).isFalse();
    }

    private java.util.Optional<RuleBook.RuleView> written() {
        return book.all().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
