package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A learner's space on a phone: justifies what is missing, asks for a correction, takes their data away. */
class LearnerSpaceWalkIT extends BrowserTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-08-17T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Test
    void from_what_is_missing_to_the_data_taken_away() throws Exception {
        background.leap(START.minusSeconds(600));
        var centre = new SmallCentre(sql, 1);
        UUID learner = centre.learners.getFirst();
        UUID session = centre.session(START);
        centre.session(START.plus(Duration.ofDays(1)));
        background.leap(START.plusSeconds(300));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(session, learner, new Mark(AttendanceStatus.ABSENT, null, null, "Appel", null));
        Calls.actAsSystem();
        background.leap(START.plus(Duration.ofHours(4)));
        String account = "l-" + centre.code;
        calls.account(account, Role.LEARNER, learner);

        Page phone = signedIn(account, calls.password(), 390, 844);
        phone.waitForURL("**/espace");
        assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ce qu’on attend de moi")))
                .isVisible();
        screenshot(phone, "espace");
        assertThat((Integer) phone.evaluate("() => document.documentElement.scrollWidth"))
                .as("nothing sticks out of the phone")
                .isLessThanOrEqualTo(390);

        button(phone, "Demander une correction pour la séance du mar. 17 août 2027, 09:00")
                .click();
        Locator dialog = phone.locator("vaadin-dialog[opened]");
        dialog.locator("textarea").fill("J'étais au fond de la salle");
        within(dialog, "Envoyer la demande").click();
        gone(phone);
        assertThat(phone.getByText("Correction demandée le")).isVisible();

        button(phone, "Justifier l’absence du mar. 17 août 2027, 09:00 – 12:00").click();
        dialog = phone.locator("vaadin-dialog[opened]");
        within(dialog, "Envoyer mon justificatif").waitFor();
        dialog.locator("vaadin-select").click();
        phone.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Autre motif"))
                .click();
        within(dialog, "Envoyer mon justificatif").click();
        gone(phone);
        assertThat(phone.getByText("Envoyé le mar. 17 août 2027")).isVisible();

        var download = phone.waitForDownload(
                () -> phone.getByText("Télécharger mes données (ZIP)").click());
        assertThat(download.suggestedFilename()).isEqualTo("mes-donnees.zip");
        try (var zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.getEntry("training.json")).isNotNull();
            assertThat(zip.getEntry("attendance.json")).isNotNull();
        } finally {
            Files.deleteIfExists(download.path());
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator within(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Closed, a dialog still fades away. */
    private static void gone(Page page) {
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForFunction("() => !document.querySelector('vaadin-dialog')");
    }
}
