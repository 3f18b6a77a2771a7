package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quality manager imports a list with titles of its own and a calendar, then takes the list back. */
class ImportsWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    private SmallCentre centre;

    @BeforeEach
    void centre() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Groupe " + centre.code, centre.group)
                .update();
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void a_list_and_a_calendar_are_imported_and_the_list_is_taken_back() {
        Page page = signedIn("q-" + centre.code, calls.password(), 1280, 900);
        follow(page, "/imports");
        assertThat(page.getByText("Aucune liste pour l’instant")).isVisible();
        shoot(page, "imports-listes-vide");
        String list = "Matricule interne;Nom de famille;Prénom;Promo\nW-" + centre.code + ";Roy;Zoé;G-" + centre.code
                + "\nV-" + centre.code + ";Roy;Léo;G-" + centre.code + "\n";
        drop(page, "promo-" + centre.code + ".csv", list);
        assertThat(page.getByText("Il manque la colonne", new Page.GetByTextOptions().setExact(false)))
                .hasCount(0);
        // "Promo" is nobody's word for a group: the person says so.
        Lists.choose(page, "Promo", "Groupe");
        assertThat(page.getByText("à créer : 2", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        shoot(page, "imports-listes");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appliquer"))
                .click();
        assertThat(page.getByText("La liste est appliquée", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        checked(page);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Calendriers"))
                .click();
        page.waitForURL("**/imports/calendriers");
        Lists.find(page, "Groupe", "Groupe " + centre.code);
        Lists.find(page, "Formateur par défaut", "Tom Formateur");
        drop(
                page,
                "agenda.ics",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w-" + centre.code
                        + "\r\nSUMMARY:Atelier tableur\r\nDTSTART;TZID=Romance Standard Time:20261130T090000\r\n"
                        + "DURATION:PT3H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nLOCATION:https://zoom.us/j/81234567890\r\nEND:VEVENT\r\n"
                        + "BEGIN:VEVENT\r\nUID:d-" + centre.code
                        + "\r\nSUMMARY:Journée longue\r\nDTSTART:20261201T090000\r\nDTEND:20261201T170000\r\nEND:VEVENT\r\n"
                        + "END:VCALENDAR\r\n");
        assertThat(page.getByText("à créer : 3", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        assertThat(page.getByText("indiquez la pause déjeuner", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        shoot(page, "imports-calendriers");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appliquer"))
                .click();
        assertThat(page.getByText("Le calendrier est appliqué", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        checked(page);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Historique"))
                .click();
        page.waitForURL("**/imports/historique");
        assertThat(page.getByText("promo-" + centre.code + ".csv")).isVisible();
        shoot(page, "imports-historique");
        checked(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Annuler cet import : promo-" + centre.code + ".csv"))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Annuler cet import"))
                .click();
        assertThat(page.getByText("L’import est annulé.")).isVisible();
        assertThat(sql.sql("select count(*) from learner where external_id = ?")
                        .param("W-" + centre.code)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void drop(Page page, String name, String content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void shoot(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.waitForTimeout(400);
            screenshot(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s does not scroll sideways at %d", name, width)
                    .isLessThanOrEqualTo(width);
        }
        page.setViewportSize(1280, 900);
    }

    private static void checked(Page page) {
        assertThat(Axe.graveFaults(page)).isEmpty();
    }
}
