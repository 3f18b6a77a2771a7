package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
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
        assertThat(page.getByText("« 900 » n’est pas un nombre de 1 à 60 demi-journées."))
                .isVisible();
        assertThat(page.getByText("La règle n’est pas valide.")).isVisible();
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
        Grids.shows(page, "Apprenant0", "2 demi-journées d’absence");
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
        dialog.getByLabel("Nom de l’exemple").fill(name);
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
        within(dialog, "Garder l’exemple").click();
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
                                        "^[23] demi-journées d’absence sur les 30 derniers jours \\(seuil\\s: 2\\)\\s:"
                                                + " lun. 3 mai matin, mar. 4 mai matin"))))
                .isVisible();
        assertThat(dialog.getByText("Condition : 3 demi-journées d’absence")).isVisible();
        assertThat(dialog.getByText("ven. 7 mai matin").last()).isVisible();
        assertThat(dialog.getByText("Vérifiée").first()).isVisible();
        shots(page, "regle-pourquoi");
        within(dialog, "Fermer").click();
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
