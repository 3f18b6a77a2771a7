package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a browser does with a list: its way back, its files, what it remembers and how wide it is. */
class ListsWalkIT extends BrowserTest {

    private static final Instant START = Instant.parse("2027-06-08T08:00:00Z");

    /** Names that are cut, and buttons beyond the edge of the window. */
    private static final String OUT_OF_SIGHT = """
            () => [
                ...[...document.querySelectorAll('.assidu-row-name > a')]
                    .filter(name => name.offsetParent && name.scrollWidth > name.parentElement.clientWidth + 1),
                ...[...document.querySelectorAll('.assidu-row-actions vaadin-button')]
                    .filter(button => button.offsetParent && button.getBoundingClientRect().right > innerWidth)
            ].map(part => part.textContent)
            """;

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void a_list_is_filtered_exported_and_arranged_and_the_way_back_leads_back() throws IOException {
        background.leap(START);
        var centre = new SmallCentre(sql, 3);
        centre.session(START);
        String trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        Page page = signedIn(trainer, calls.password(), 1280, 900);
        follow(page, "/apprenants");
        Locator count = page.locator(".assidu-listing-count");
        assertThat(count).hasText("3 apprenants");

        page.getByLabel("Nom, courriel ou identifiant").fill("L-" + centre.code + "1");
        page.waitForURL(address -> address.contains("q=L-" + centre.code + "1"));
        assertThat(count).hasText("1 apprenant");
        Download csv =
                page.waitForDownload(() -> page.getByText("Exporter (CSV)").click());
        assertThat(csv.suggestedFilename()).isEqualTo("Apprenants.csv");
        assertThat(Files.readString(csv.path()))
                .contains("Apprenant;Identifiant;Courriel", "Lou Apprenant1")
                .doesNotContain("Lou Apprenant0");
        page.goBack();
        assertThat(count).hasText("3 apprenants");

        assertThat(header(page, "Courriel")).isVisible();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Colonnes"))
                .click();
        page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Courriel"))
                .click();
        assertThat(header(page, "Courriel")).isHidden();
        page.reload();
        assertThat(header(page, "Identifiant")).isVisible();
        assertThat(header(page, "Courriel")).isHidden();

        page.setViewportSize(390, 844);
        assertThat(page.locator(".assidu-row-card").first()).containsText("Identifiant");
        assertThat(page.locator(".assidu-row-card").first()).not().containsText(centre.email(0));
        screenshot(page, "apprenants-390");
    }

    @Test
    void names_and_what_can_be_done_are_in_sight_at_every_width() {
        background.leap(START);
        var centre = new SmallCentre(sql, 2);
        UUID session = centre.session(START);
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, "appel", null));
        String referent = "r-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        Page page = signedIn(referent, calls.password(), 1280, 900);
        follow(page, "/absences");
        Download workbook =
                page.waitForDownload(() -> page.getByText("Exporter (Excel)").click());
        assertThat(workbook.suggestedFilename()).isEqualTo("Absences à traiter.xlsx");
        for (int width : List.of(1280, 1024, 820, 640, 390)) {
            page.setViewportSize(width, 900);
            page.locator(width < 900 ? ".assidu-row-card" : ".assidu-row-name:not(.assidu-row-card)")
                    .first()
                    .waitFor();
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            drawn(page);
            assertThat(page.getByText("Justifier à sa place").first()).isVisible();
            assertThat((List<?>) page.evaluate(OUT_OF_SIGHT))
                    .as("out of sight at %s", width)
                    .isEmpty();
            screenshot(page, "absences-" + width);
        }
    }

    private static Locator header(Page page, String words) {
        return page.locator("vaadin-grid").getByText(words, new Locator.GetByTextOptions().setExact(true));
    }
}
