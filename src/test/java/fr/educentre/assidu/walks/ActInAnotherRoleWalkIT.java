package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small centre is one person: with several roles, they act in one of them at a time and change it without signing in again. */
class ActInAnotherRoleWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    private final String account = "both-" + Long.toString(System.nanoTime(), 36);

    @Test
    void who_has_two_roles_goes_on_in_the_other_one_with_its_menu_and_its_rights() {
        calls.account(account, Role.ADMIN, SmallCentre.id());
        UUID id = sql.sql("select id from account where username = ?")
                .param(account)
                .query(UUID.class)
                .single();
        sql.sql("insert into account_role (account_id, role, position) values (?, 'QUALITY_MANAGER', 1)")
                .param(id)
                .update();

        Page page = signedIn(account, calls.password(), 1280, 900);
        drawn(page);
        follow(page, "/centre/comptes");
        assertThat(page.locator("main.assidu-view")).isVisible();

        actIn(page, "Responsable qualité");
        assertThat(role()).isEqualTo("QUALITY_MANAGER");
        screenshot(page, "responsable-qualite");
        page.navigate(url("/centre/comptes"));
        drawn(page);
        assertThat(page.locator("body")).containsText("Page introuvable");
        page.navigate(url("/centre/groupes"));
        drawn(page);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter un groupe")))
                .isVisible();

        actIn(page, "Administration");
        assertThat(role()).isEqualTo("ADMIN");
        page.navigate(url("/centre/comptes"));
        drawn(page);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter un compte")))
                .isVisible();
    }

    /** By the menu of the person, as they would; one begins at home. */
    private void actIn(Page page, String role) {
        page.locator(".assidu-user vaadin-menu-bar-button").first().click();
        page.locator(".assidu-role-choice", new Page.LocatorOptions().setHasText(role))
                .click();
        page.waitForURL(url("/"));
        page.waitForLoadState();
        drawn(page);
        page.locator(".assidu-user vaadin-menu-bar-button").first().click();
        assertThat(page.locator(".assidu-role-choice")).not().hasText(Pattern.compile(".*" + role + ".*"));
        page.keyboard().press("Escape");
    }

    private String role() {
        return sql.sql("select role from account where username = ?")
                .param(account)
                .query(String.class)
                .single();
    }
}
