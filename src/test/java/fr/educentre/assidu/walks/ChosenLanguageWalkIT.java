package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The language that a reader chose is kept where no screen is: on pages of errors, when the session is over, when the connection is lost. */
class ChosenLanguageWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @ParameterizedTest
    @CsvSource({"1280,900", "390,844"})
    void english_once_chosen_is_spoken_everywhere_and_leads_back(int width, int height) {
        var centre = new SmallCentre(sql, 1);
        String trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        Page page = signedIn(trainer, calls.password(), width, height);
        drawn(page);
        assertThat(page.locator("html")).hasAttribute("lang", "fr");

        page.context().setOffline(true);
        page.evaluate("window.Vaadin.connectionState.state = 'reconnecting'");
        assertThat(page.locator("vaadin-connection-indicator")).containsText("Connexion perdue, nouvel essai…");
        page.context().setOffline(false);
        page.evaluate("window.Vaadin.connectionState.state = 'connected'");
        assertThat(page.locator("vaadin-connection-indicator")).containsText("Connexion rétablie");

        page.locator(".assidu-user vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        drawn(page);

        page.navigate(url("/nulle-part.html"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByText("Page not found")).isVisible();
        screenshot(page, "page-introuvable-" + width);
        Locator home = page.getByText("Back to home");
        home.click();
        drawn(page);
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.navigate(url("/"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        screenshot(page, "session-terminee-" + width);
    }
}
