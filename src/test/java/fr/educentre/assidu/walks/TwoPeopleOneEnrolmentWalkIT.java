package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people correct one enrolment at the same time, each at a desk: the second loses nothing and is shown both. */
class TwoPeopleOneEnrolmentWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Test
    void the_second_is_told_by_whom_it_was_changed_sees_both_and_says_which_stands() {
        var centre = new SmallCentre(sql, 1);
        UUID enrolment = sql.sql("select id from enrolment where learner_id = ?")
                .param(centre.learners.getFirst())
                .query(UUID.class)
                .single();
        String first = "ana-" + centre.code;
        String second = "bob-" + centre.code;
        calls.account(first, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account(second, Role.QUALITY_MANAGER, SmallCentre.id());
        Page ana = form(signedIn(first, calls.password(), 1280, 900), enrolment);
        Page bob = form(signedInBeside(second, calls.password(), 1280, 900), enrolment);

        field(ana, "Heures conventionnées").fill("12");
        save(ana);
        assertThat(ana.locator("vaadin-dialog[opened]")).hasCount(0);

        field(bob, "Aménagements").fill("Temps majoré");
        save(bob);
        Locator said = bob.locator("vaadin-dialog[opened] .assidu-form-notice");
        assertThat(said).containsText(first);
        assertThat(said).containsText("Sa version");
        assertThat(said).containsText("La vôtre");
        assertThat(said).containsText("12 h");
        assertThat(said).containsText("Temps majoré");
        screenshot(bob, "les-deux");
        assertThat(stored(enrolment))
                .as("nothing of the second is saved before they chose")
                .containsEntry("agreed_minutes", 720)
                .containsEntry("accommodations", "");

        press(said, "Reprendre sa version");
        assertThat(field(bob, "Heures conventionnées")).hasValue("12 h");
        field(bob, "Aménagements").fill("Temps majoré");
        save(bob);
        assertThat(bob.locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(stored(enrolment))
                .containsEntry("agreed_minutes", 720)
                .containsEntry("accommodations", "Temps majoré");
    }

    private Map<String, Object> stored(UUID enrolment) {
        return sql.sql("select agreed_minutes, coalesce(accommodations, '') accommodations from enrolment where id = ?")
                .param(enrolment)
                .query()
                .singleRow();
    }

    private static Page form(Page page, UUID enrolment) {
        follow(page, "/centre/inscriptions?ouvrir=" + enrolment);
        page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Enregistrer").setExact(true))
                .waitFor();
        drawn(page);
        return page;
    }

    private static Locator field(Page page, String label) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }

    private static void save(Page page) {
        press(page.locator("vaadin-dialog[opened]"), "Enregistrer");
        drawn(page);
    }

    private static void press(Locator part, String button) {
        part.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
