package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A quality manager sets a threshold apart for virtual classes in the same editor, sees a contradiction, publishes. */
class TunedSetsWalkIT extends BrowserTest {

    private static final String QUALITY = "tuned-sets";

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    private final UUID person = SmallCentre.id();
    private RuleView usual;

    @AfterEach
    void as_before() {
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        if (!presence().shown().orElseThrow().text().equals(usual.text())) {
            book.publish(usual.id(), usual.shown().orElseThrow().version(), "Fin de l'essai");
        }
    }

    @Test
    void a_setting_is_added_corrected_and_published() {
        calls.account(QUALITY, Role.QUALITY_MANAGER, person);
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        usual = presence();
        Page page = signedIn(QUALITY, calls.password(), 1280, 1000);
        page.navigate(url("/regles/" + usual.id()));
        add(page, "de la durée enseignée", "…, présent à partir de");
        assertThat(button(page, "Retirer : en présentiel, présent à partir de")).isVisible();
        add(page, "de la durée enseignée", "…, présent à partir de");
        assertThat(page.getByText("Ce réglage est déjà donné ligne")).isVisible();
        screenshot(page, "reglage-contredit");
        button(page, "Retirer : en présentiel, présent à partir de").click();
        assertThat(page.getByText("La règle est valide.")).isVisible();
        Locator percent = page.getByLabel("%, de 1 à 100").last();
        percent.fill("70");
        percent.blur();
        button(page, "Publier…").click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        assertThat(dialog.getByText("en présentiel, présent à partir de 70 % de la durée enseignée")
                        .first())
                .isVisible();
        screenshot(page, "reglage-publie");
        dialog.getByLabel("Pourquoi").fill("Essai");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publier").setExact(true))
                .click();
        assertThat(page.getByText("Version publiée : elle est en vigueur.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        presence().shown().orElseThrow().text())
                .isEqualTo(usual.text() + "\nen présentiel, présent à partir de 70 % de la durée enseignée");
    }

    private RuleView presence() {
        return book.all().stream()
                .filter(rule -> rule.ruleSet().equals("presence"))
                .findFirst()
                .orElseThrow();
    }

    private static void add(Page page, String typed, String sentence) {
        Locator choice = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Ajouter un réglage"));
        choice.fill(typed);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + sentence)))
                .first()
                .click();
    }

    private static Locator button(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .first();
    }
}
