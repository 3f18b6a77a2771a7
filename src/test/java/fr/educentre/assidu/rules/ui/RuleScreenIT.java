package fr.educentre.assidu.rules.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule is written by choices or in text, checked as it is written, published with its reason. */
class RuleScreenIT extends ViewTest {

    private static final String PERCENT = "%, de 1 à 100";

    private static final String SETTING = "…, présent à partir de … % de la durée enseignée";

    @Autowired
    RuleBook book;

    private String code;
    private RuleView usual;

    @BeforeEach
    void a_quality_manager() {
        var centre = new SmallCentre(sql, 1);
        code = centre.code;
        signIn("q-" + code, Role.QUALITY_MANAGER, centre.referent);
        usual = published();
    }

    @AfterEach
    void as_before() {
        if (!published().shown().orElseThrow().text().equals(usual.text())) {
            book.publish(usual.id(), usual.shown().orElseThrow().version(), "Fin de l'essai");
        }
    }

    @Test
    void facts_are_joined_grouped_and_denied_by_choices_alone() {
        open("/regles/nouvelle");
        group("d'absence non justifiée", "l'un de ces faits");
        add("Ajouter un fait à cette liste", "minutes de retard sur les");
        tick(row("minutes de retard"));
        add("Ajouter une condition", "feuille d'émargement n'est pas signée");
        fill("durée, de 1 h à 720 h", "36");
        choose(within(row("feuille d'émargement"), Select.class), "ou bien");
        add("Ajouter une exception", "l'apprenant est mineur");
        assertThat(shown()).contains("La règle est valide.");
        assertText("""
                quand
                    l'un de ces faits :
                        - l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
                        - il est faux que l'apprenant cumule au moins 60 minutes de retard sur les 30 derniers jours
                    ou la feuille d'émargement n'est pas signée par le formateur 36 heures après la fin de la séance
                sauf si
                    l'apprenant est mineur
                alors
                """);
        choose("La liste tient quand", "tous ces faits :");
        group("minutes de retard", "Hors de la liste");
        group("feuille d'émargement", "tous ces faits");
        assertText("""
                quand
                    tous ces faits :
                        - l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
                    et il est faux que l'apprenant cumule au moins 60 minutes de retard sur les 30 derniers jours
                    ou tous ces faits :
                        - la feuille d'émargement n'est pas signée par le formateur 36 heures après la fin de la séance
                sauf si
                """);
    }

    @Test
    void whoever_reads_english_is_told_that_a_rule_is_written_in_french_and_adds_to_it_in_french() {
        String rule = sql.sql("select id::text from rule where code = 'absences-consecutives'")
                .query(String.class)
                .single();
        open("/regles/" + rule);
        assertThat(shown()).doesNotContain("écrite en français");
        chooseEnglish();
        open("/regles/" + rule);
        assertThat(shown())
                .contains(
                        "This rule is written in French. Its sentences read as they are written; you choose others in English");
        choose(field(ComboBox.class, "Add an exception"), "the learner is under age");
        assertThat(shown()).contains("The rule is valid.");
        open("/regles/nouvelle");
        assertThat(shown()).doesNotContain("is written in French");
    }

    @Test
    void a_number_out_of_range_is_told_and_corrected_in_one_click() {
        open("/regles/nouvelle");
        fill("demi-journées, de 1 à 60", "900");
        assertThat(shown())
                .contains("« 900 » n'est pas un nombre de 1 à 60 demi-journées.", "La règle n'est pas valide.");
        click("Appliquer la suggestion");
        assertThat(shown()).contains("La règle est valide.").doesNotContain("« 900 »");
    }

    @Test
    void a_set_of_parameters_is_tuned_published_and_compared() {
        openUsual();
        var threshold = fields(NumberField.class, PERCENT).getFirst();
        String old = String.valueOf(threshold.getValue().intValue());
        String tuned = old.equals("77") ? "78" : "77";
        fill(threshold, "101");
        assertThat(shown()).contains("« 101 » n'est pas un nombre de 1 à 100 %.");
        fill(threshold, tuned);
        assertThat(shown()).contains("La règle est valide.");
        publish();
        assertThat(notice()).contains("Version publiée : elle est en vigueur.");
        follow("Versions (" + book.get(usual.id()).versions().size() + ")");
        Component newest = styled("assidu-card").getFirst();
        assertThat(read(newest)).contains("En vigueur", "« Décidé en réunion qualité »");
        assertThat(shown())
                .contains("« présent à partir de " + old
                        + " % de la durée enseignée » devient « présent à partir de " + tuned
                        + " % de la durée enseignée »");
        assertThat(book.get(usual.id()).text()).contains("présent à partir de " + tuned + " %");
    }

    @Test
    void a_setting_is_added_corrected_and_published() {
        openUsual();
        add("Ajouter un réglage", SETTING);
        assertThat(removals()).hasSize(1);
        add("Ajouter un réglage", SETTING);
        assertThat(shown()).contains("Ce réglage est déjà donné ligne");
        click(removals().getFirst());
        assertThat(shown()).contains("La règle est valide.");
        fill(fields(NumberField.class, PERCENT).getLast(), "70");
        click("Publier…");
        assertThat(dialog()).contains("en présentiel, présent à partir de 70 % de la durée enseignée");
        fill("Pourquoi", "Essai");
        click("Publier");
        assertThat(notice()).contains("Version publiée : elle est en vigueur.");
        assertThat(published().shown().orElseThrow().text())
                .isEqualTo(usual.text() + "\nen présentiel, présent à partir de 70 % de la durée enseignée");
    }

    private List<String> removals() {
        return reachable(Button.class)
                .map(button -> String.valueOf(button.getElement().getAttribute("aria-label")))
                .map(Reading::plain)
                .filter(name -> name.startsWith("Retirer : en présentiel, présent à partir de"))
                .toList();
    }

    @Test
    void nothing_is_published_without_a_reason() {
        open("/regles/nouvelle");
        fill("Nom", "Sans raison " + code);
        click("Publier…");
        click("Publier");
        assertThat(dialog()).contains("Dites pourquoi");
        assertThat(book.all())
                .filteredOn(rule -> rule.name().equals("Sans raison " + code))
                .singleElement()
                .satisfies(rule -> assertThat(book.get(rule.id()).text())
                        .as("not in force")
                        .isNull());
        click("Annuler");
        assertThat(dialogs()).isEmpty();
    }

    @Test
    void a_rule_that_is_nowhere_says_so() {
        open("/regles/" + UUID.randomUUID());
        assertThat(shown()).contains("Elle a peut-être été ouverte par une ancienne adresse.");
        assertThat(link("Règles")).isEqualTo("regles");
    }

    /** The version in force, whatever draft somebody left beside it. */
    private void openUsual() {
        open("/regles/" + usual.id() + "?version=" + usual.shown().orElseThrow().version());
    }

    private void publish() {
        click("Publier…");
        fill("Pourquoi", "Décidé en réunion qualité");
        click("Publier");
    }

    private RuleView published() {
        return book.all().stream()
                .filter(rule -> rule.ruleSet().equals("presence"))
                .findFirst()
                .orElseThrow();
    }

    private void assertText(String part) {
        choose("Écrire la règle", "en texte");
        assertThat(field(TextArea.class, "Texte").getValue()).contains(part);
        choose("Écrire la règle", "en choisissant des phrases");
    }

    /** The line of a fact: the last that holds the words. */
    private Component row(String words) {
        List<Component> rows = styled("assidu-builder-row").stream()
                .filter(row -> read(row).contains(words))
                .toList();
        assertThat(rows).as("rows that say « %s »", words).isNotEmpty();
        return rows.getLast();
    }

    private void tick(Component row) {
        test(within(row, Checkbox.class)).click();
    }

    private void group(String fact, String where) {
        pick(within(row(fact), MenuBar.class), where);
    }

    private void add(String place, String sentence) {
        choose(fields(Component.class, place).getFirst(), sentence);
    }
}
