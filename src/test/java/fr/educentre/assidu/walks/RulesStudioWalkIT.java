package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quality manager writes a rule by sentences, tries it on the past, gives it an example, publishes it, sees it fire. */
class RulesStudioWalkIT extends BrowserTest {

    private static final Instant START = Instant.parse("2027-05-03T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    private SmallCentre centre;
    private String quality;
    private String name;

    private void people(int learners) {
        centre = new SmallCentre(sql, learners);
        quality = "q-" + centre.code;
        name = "Deux absences " + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, centre.referent);
    }

    @AfterEach
    void retire() {
        calls.actAs(quality, Role.QUALITY_MANAGER, centre.referent);
        book.all().stream()
                .filter(rule -> rule.name().equals(name) && rule.live())
                .forEach(rule -> book.retire(rule.id(), "Fin de l'essai"));
    }

    @Test
    void from_the_first_sentence_to_the_alert_that_says_why() {
        background.leap(START);
        people(2);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + centre.code, centre.group)
                .update();
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        missed(START);
        missed(START.plus(Duration.ofDays(1)));
        background.leap(START.plus(Duration.ofDays(4)));

        Page page = signedIn(quality, calls.password(), 1280, 1000);
        follow(page, "/regles");
        Grids.shows(page, "Trois absences en un mois", "En vigueur");
        shots(page, "regles");
        button(page, "Nouvelle règle").click();
        field(page, "Nom").fill(name);
        field(page, "À quoi elle sert").fill("Prévenir le référent dès la deuxième absence.");
        add(page, "Limiter à certains apprenants", "du groupe", "les apprenants du groupe …");
        Locator group = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("code de groupe"));
        group.fill("G-" + centre.code);
        group.press("Enter");
        add(page, "Ajouter une condition", "justifiées ou non", "demi-journées d'absence, justifiées ou non");
        assertThat(page.getByLabel("demi-journées, de 1 à 60")).hasCount(2);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Retirer : l'apprenant a au moins 3 demi-journées d'absence"))
                .click();
        assertThat(page.getByLabel("demi-journées, de 1 à 60")).hasCount(1);
        assertThat(page.getByText("La règle est valide.")).isVisible();

        Locator halfDays = field(page, "demi-journées, de 1 à 60");
        halfDays.fill("900");
        halfDays.blur();
        assertThat(page.getByText("« 900 » n'est pas un nombre de 1 à 60 demi-journées."))
                .isVisible();
        assertThat(page.getByText("La règle n'est pas valide.")).isVisible();
        shots(page, "regle-erreur");
        button(page, "Appliquer la suggestion").click();
        assertThat(page.getByText("La règle est valide.")).isVisible();
        halfDays = field(page, "demi-journées, de 1 à 60");
        halfDays.fill("2");
        halfDays.blur();

        page.getByText("en texte").click();
        Locator text = field(page, "Texte");
        assertThat(text)
                .hasValue(java.util.regex.Pattern.compile("pour les apprenants du groupe G-" + centre.code
                        + "\nquand\n    l'apprenant a au moins 2 demi-journées d'absence, justifiées ou non"));
        text.press("Control+End");
        text.pressSequentially("\nau plus une");
        assertThat(page.getByText("Pour la ligne 8 :")).isVisible();
        shots(page, "regle-texte");
        text.fill(text.inputValue().replaceAll("\nau plus une$", ""));
        assertThat(page.getByText("La règle est valide.")).isVisible();
        page.getByText("en choisissant des phrases").click();
        assertThat(page.getByText("Pour qui")).isVisible();
        shots(page, "regle-phrases");

        button(page, "Rejouer cette règle").click();
        page.waitForURL(address -> address.contains("/regles/rejouer"));
        Lists.choose(page, "Groupe", "Groupe " + centre.code);
        button(page, "Rejouer").click();
        Grids.shows(page, "Apprenant0", "2 demi-journées d'absence");
        shots(page, "regle-rejouee");

        UUID rule = await().until(this::written, java.util.Objects::nonNull);
        follow(page, "/regles/" + rule);
        part(page, "Exemples").click();
        example(page, "Léa, 3 absences en 12 jours", 1, true);
        assertThat(page.getByText("La règle doit se déclencher. Séances : 3.")).isVisible();
        assertThat(page.getByText("Tient", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        example(page, "Tom, une absence", 1, false);
        assertThat(page.getByText("Ne tient pas")).isVisible();
        shots(page, "regle-exemples");
        publish(page);
        assertThat(page.getByText("Tous les exemples doivent tenir avant de publier."))
                .isVisible();
        assertThat(page.getByText("« Tom, une absence » devrait la déclencher et ne la déclenche pas"))
                .isVisible();
        shots(page, "regle-refusee");
        button(page, "Annuler").click();
        button(page, "Retirer : Tom, une absence").click();
        publish(page);
        assertThat(page.getByText("Version publiée : elle est en vigueur.")).isVisible();
        part(page, "Versions").click();
        assertThat(page.getByText("« Décidé en réunion qualité »")).isVisible();
        shots(page, "regle-versions");

        missed(START.plus(Duration.ofDays(4)));
        background.settled();
        follow(page, "/alertes");
        await().untilAsserted(() -> {
            page.reload();
            Grids.shows(page, "Apprenant0", name);
        });
        why(page);
        follow(page, "/regles/" + rule);
        part(page, "Suivi").click();
        assertThat(page.getByText("Apprenants touchés")).isVisible();
        shots(page, "regle-suivi");
    }

    private UUID written() {
        calls.actAs(quality, Role.QUALITY_MANAGER, centre.referent);
        return book.all().stream()
                .filter(one -> one.name().equals(name))
                .map(RuleBook.RuleView::id)
                .findFirst()
                .orElse(null);
    }

    private static void shots(Page page, String name) {
        screenshot(page, name);
        page.setViewportSize(390, 844);
        screenshot(page, name + "-390");
        page.setViewportSize(1280, 1000);
    }

    private static void publish(Page page) {
        button(page, "Publier…").click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        dialog.getByLabel("Pourquoi").fill("Décidé en réunion qualité");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publier").setExact(true))
                .click();
    }

    /** It begins with what the rule says; @param asBegun or with sessions of its own alone */
    private void example(Page page, String name, int absences, boolean asBegun) {
        button(page, "Ajouter un exemple").click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        dialog.getByLabel("Nom de l'exemple").fill(name);
        assertThat(dialog.getByLabel("Code du groupe").first()).hasValue("G-" + centre.code);
        assertThat(dialog.locator("li.assidu-builder-row")).hasCount(2);
        if (!asBegun) {
            within(dialog, "Retirer toutes les séances").click();
            assertThat(dialog.locator("li.assidu-builder-row")).hasCount(0);
        }
        Locator number = dialog.getByLabel("Nombre");
        number.fill(String.valueOf(absences));
        number.blur();
        dialog.locator("vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText("Préciser ces séances"))
                .click();
        dialog.getByLabel("Code du module").first().fill("M1");
        within(dialog, "Ajouter ces séances").click();
        assertThat(dialog.getByText("absent (non justifiée) · présentiel · M1")).hasCount(1);
        shots(page, "regle-exemple");
        within(dialog, "Garder l'exemple").click();
    }

    private static Locator within(Locator dialog, String button) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button));
    }

    /** The sentence with its values, the sessions that made it, the rule and its version. */
    private void why(Page page) {
        Lists.choose(page, "Groupe", "Groupe " + centre.code);
        Grids.shows(page, "Apprenant0", name);
        int row = java.util.stream.IntStream.range(0, Grids.rows(page).size())
                .filter(i -> Grids.rows(page).get(i).contains("Apprenant0")
                        && Grids.rows(page).get(i).contains(name))
                .findFirst()
                .orElseThrow();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pourquoi cette alerte ?"))
                .nth(row)
                .click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        assertThat(dialog.getByText("Pourquoi cette alerte ? Lou Apprenant0")).isVisible();
        assertThat(dialog.getByText("Règle « " + name + " », version 1")).isVisible();
        assertThat(dialog.locator("p")
                        .filter(new Locator.FilterOptions()
                                .setHasText(java.util.regex.Pattern.compile(
                                        "^[23] demi-journées d'absence sur les 30 derniers jours \\(seuil : 2\\) :"
                                                + " lun. 3 mai matin, mar. 4 mai matin"))))
                .isVisible();
        assertThat(dialog.getByText("Condition : 3 demi-journées d'absence")).isVisible();
        assertThat(dialog.getByText("ven. 7 mai matin").last()).isVisible();
        assertThat(dialog.getByText("Vérifiée").first()).isVisible();
        shots(page, "regle-pourquoi");
        within(dialog, "Fermer").click();
    }

    @Test
    void facts_are_joined_grouped_and_denied_by_choices_alone() {
        people(1);
        Page page = signedIn(quality, calls.password(), 1280, 1000);
        follow(page, "/regles/nouvelle");
        group(page, "d'absence non justifiée", "l'un de ces faits");
        add(page, "Ajouter un fait à cette liste", "minutes de retard", "minutes de retard sur les");
        Locator late = row(page, "minutes de retard");
        late.getByRole(AriaRole.CHECKBOX).check();
        drawn(page);
        add(page, "Ajouter une condition", "émargement", "feuille d'émargement n'est pas signée");
        Locator hours = field(page, "durée, de 1 h à 720 h");
        hours.fill("36");
        hours.blur();
        choose(page, row(page, "feuille d'émargement").locator("vaadin-select").first(), "ou bien");
        add(page, "Ajouter une exception", "mineur", "l'apprenant est mineur");
        assertThat(page.getByText("La règle est valide.")).isVisible();
        shots(page, "regle-groupes");
        assertText(page, """
                quand
                    l'un de ces faits :
                        - l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
                        - il est faux que l'apprenant cumule au moins 60 minutes de retard sur les 30 derniers jours
                    ou la feuille d'émargement n'est pas signée par le formateur 36 heures après la fin de la séance
                alors
                """.replace("alors\n", "sauf si\n    l'apprenant est mineur\nalors\n"));
        choose(
                page,
                page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText("l'un de ces faits")),
                "tous ces faits :");
        group(page, "minutes de retard", "Hors de la liste");
        group(page, "feuille d'émargement", "tous ces faits");
        assertText(page, """
                quand
                    tous ces faits :
                        - l'apprenant a au moins 3 demi-journées d'absence non justifiée, délai échu, sur les 30 derniers jours
                    et il est faux que l'apprenant cumule au moins 60 minutes de retard sur les 30 derniers jours
                    ou tous ces faits :
                        - la feuille d'émargement n'est pas signée par le formateur 36 heures après la fin de la séance
                sauf si
                """);
    }

    private static void assertText(Page page, String part) {
        page.getByText("en texte").click();
        assertThat(field(page, "Texte")).hasValue(java.util.regex.Pattern.compile(part.replaceAll("[.()]", "\\\\$0")));
        page.getByText("en choisissant des phrases").click();
    }

    /** The line of a fact: the last that holds the words. */
    private static Locator row(Page page, String words) {
        return page.locator(".assidu-builder-row")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    private static void group(Page page, String fact, String where) {
        row(page, fact).locator("vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item:visible")
                .filter(new Locator.FilterOptions().setHasText(where))
                .first()
                .click();
        drawn(page);
    }

    private static void choose(Page page, Locator select, String option) {
        select.locator("vaadin-select-value-button").click();
        page.locator("vaadin-select[opened] vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
        drawn(page);
    }

    @Test
    void rule_files_become_drafts_and_a_bad_one_is_named_by_its_line() {
        people(1);
        String text = "règle \"" + name
                + "\"\nquand\n    l'apprenant cumule au moins 3 retards sur les 30 derniers jours\nalors\n    prévenir le référent\n";
        Page page = signedIn(quality, calls.password(), 1280, 1000);
        follow(page, "/regles");
        button(page, "Importer des règles").click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        drop(dialog, "fausse.dslr", text.replace("prévenir le référent", "prévenir la lune"));
        assertThat(dialog.getByText("Pas pris")).isVisible();
        assertThat(dialog.getByText("fausse.dslr, ligne 5 : « prévenir la lune » n'est pas une phrase du vocabulaire."))
                .isVisible();
        org.assertj.core.api.Assertions.assertThat(written())
                .as("nothing changed")
                .isNull();
        drop(dialog, "bonne.dslr", text);
        assertThat(dialog.getByText("Pris : 1")).isVisible();
        assertThat(dialog.getByText("bonne.dslr, nouvelle règle (brouillon)")).isVisible();
        assertThat(dialog.getByText("Pas pris")).hasCount(0);
        UUID rule = written();
        org.assertj.core.api.Assertions.assertThat(book.get(rule).text())
                .as("not in force")
                .isNull();
        drop(dialog, "bonne.dslr", text);
        assertThat(dialog.getByText("bonne.dslr, identique à la version 1")).isVisible();
        org.assertj.core.api.Assertions.assertThat(book.get(rule).versions()).hasSize(1);
        drop(dialog, "photo.png", "rien");
        assertThat(dialog.getByText("Ce n'est ni un fichier .dslr ni un ZIP.")).isVisible();
        shots(page, "regle-import");
        within(dialog, "Fermer").click();
        Grids.shows(page, name, "Brouillon");
    }

    private static void drop(Locator dialog, String file, String content) {
        dialog.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(file, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_set_of_parameters_is_tuned_published_and_compared() {
        people(1);
        UUID set = sql.sql("select id from rule where code = 'presence'")
                .query(UUID.class)
                .single();
        calls.actAs(quality, Role.QUALITY_MANAGER, centre.referent);
        int before = book.get(set).shown().orElseThrow().version();
        Page page = signedIn(quality, calls.password(), 1280, 1000);
        try {
            follow(page, "/regles/" + set);
            Locator threshold = field(page, "%, de 1 à 100");
            String old = threshold.inputValue();
            String tuned = old.equals("77") ? "78" : "77";
            threshold.fill("101");
            threshold.blur();
            assertThat(page.getByText("« 101 » n'est pas un nombre de 1 à 100 %."))
                    .isVisible();
            threshold.fill(tuned);
            threshold.blur();
            assertThat(page.getByText("La règle est valide.")).isVisible();
            publish(page);
            String change = "« présent à partir de " + old + " % de la durée enseignée » devient « présent à partir de "
                    + tuned + " % de la durée enseignée »";
            assertThat(page.getByText("Version publiée : elle est en vigueur.")).isVisible();
            part(page, "Versions").click();
            page.waitForURL(address -> address.endsWith("?onglet=versions"));
            Locator newest = page.locator("li.assidu-card").first();
            assertThat(newest).containsText("En vigueur");
            assertThat(newest).containsText("« Décidé en réunion qualité »");
            assertThat(page.getByText(change)).isVisible();
            shots(page, "regle-parametres");
            calls.actAs(quality, Role.QUALITY_MANAGER, centre.referent);
            org.assertj.core.api.Assertions.assertThat(book.get(set).text())
                    .contains("présent à partir de " + tuned + " %");
        } finally {
            calls.actAs(quality, Role.QUALITY_MANAGER, centre.referent);
            if (book.get(set).shown().orElseThrow().version() != before) {
                book.publish(set, before, "Fin de l'essai");
            }
        }
    }

    private static void add(Page page, String place, String typed, String sentence) {
        Locator choice = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(place));
        choice.fill(typed);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(sentence))
                .first()
                .click();
        drawn(page);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private static Locator button(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .first();
    }

    private static Locator part(Page page, String label) {
        return page.locator(".assidu-tabs").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(label));
    }

    private void missed(Instant start) {
        UUID session = centre.session(start);
        background.leap(start.plus(Duration.ofHours(2)));
        org.assertj.core.api.Assertions.assertThat(calls.send(HttpRequest.newBuilder(calls.uri(
                                        "/api/v1/sessions/" + session + "/attendance/" + centre.learners.getFirst()))
                                .header("Authorization", calls.authorization("t-" + centre.code))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"status\":\"ABSENT\",\"reason\":\"Appel\"}"))
                                .build())
                        .statusCode())
                .isBetween(200, 204);
    }
}
