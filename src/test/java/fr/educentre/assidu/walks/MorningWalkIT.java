package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A referent's morning: who is missing, calls, an answer that comes in, its document checked and the decision. */
class MorningWalkIT extends BrowserTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-04-06T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    Justifications justifications;

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void from_who_is_missing_to_the_justification_that_is_decided() {
        background.leap(START.plus(Duration.ofMinutes(5)));
        var centre = new SmallCentre(sql, 3);
        UUID session = centre.session(START);
        UUID learner = centre.learners.get(2);
        sql.sql("update learner set phone = '06 12 34 56 78' where id = ?")
                .param(learner)
                .update();
        String referent = "r-" + centre.code;
        String trainer = "t-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        mark(centre, session, 0, AttendanceStatus.PRESENT);
        mark(centre, session, 1, AttendanceStatus.PRESENT);
        mark(centre, session, 2, AttendanceStatus.ABSENT);

        Page phone = signedIn(trainer, calls.password(), 390, 844);
        assertThat(phone.getByText("Faire l’appel")).isVisible();
        screenshot(phone, "accueil-formateur");

        Page desk = signedIn(referent, calls.password(), 1280, 900);
        assertThat(desk.getByText("Qui manque maintenant")).isVisible();
        screenshot(desk, "accueil-referent");
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tout voir : Qui manque maintenant"))
                .click();
        assertThat(desk.getByText("06 12 34 56 78")).hasAttribute("href", "tel:0612345678");
        button(desk, "Message laissé : Lou Apprenant2").click();
        assertThat(desk.locator(".assidu-absent")).containsText("Message laissé, 09:0");
        button(desk, "Avec une note… : Lou Apprenant2").click();
        Locator dialog = desk.locator("vaadin-dialog[opened]");
        dialog.getByLabel("Note (facultative)").fill("Rappelle à midi");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer"))
                .click();
        assertThat(desk.locator(".assidu-absent")).containsText("Rappelle à midi");
        assertThat(desk.getByText("Appel à propos de Lou Apprenant2")).isHidden();
        screenshot(desk, "absents");
        desk.setViewportSize(390, 844);
        screenshot(desk, "absents-390");
        desk.setViewportSize(1280, 900);

        background.leap(START.plus(Duration.ofMinutes(45)));
        background.settled();
        assertThat(desk.locator(".assidu-absent")).containsText("Courriel à l’apprenant à 09:");
        calls.actAs("l-" + centre.code, Role.LEARNER, learner);
        justifications.submit(new Submission(
                learner,
                new Submission.Absence(List.of(session), null, null),
                new Submission.Reason("SICKNESS", null),
                new Submission.Document("arret.pdf", "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII), true),
                "Lou Apprenant2"));
        background.settled();
        assertThat(desk.locator(".assidu-absent")).containsText("A répondu, justificatif en cours d’examen");

        follow(desk, "/taches");
        desk.getByText("Vérifier le document de Lou Apprenant2").first().click();
        accept(desk);
        screenshot(desk, "taches");
        Page later = signedIn(trainer, calls.password(), 1280, 900);
        follow(later, "/taches");
        later.getByText("Décider du justificatif de Lou Apprenant2").first().click();
        accept(later);

        desk = signedIn(referent, calls.password(), 1280, 900);
        follow(desk, "/absents");
        assertThat(desk.locator(".assidu-absent")).containsText("Absence justifiée");
    }

    @Test
    void anything_is_found_and_opened_by_the_keyboard() {
        background.leap(START);
        var centre = new SmallCentre(sql, 2);
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page desk = signedIn(quality, calls.password(), 1280, 900);
        drawn(desk);
        desk.keyboard().press("Control+k");
        Locator dialog = desk.locator("vaadin-dialog[opened]");
        assertThat(dialog.locator("input")).isFocused();
        desk.keyboard().type("lou " + centre.code);
        assertThat(dialog.getByText("2 résultats")).isVisible();
        screenshot(desk, "chercher");
        desk.keyboard().press("ArrowDown");
        desk.keyboard().press("ArrowDown");
        assertThat(dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Lou Apprenant1")))
                .isFocused();
        desk.keyboard().press("Enter");
        desk.waitForURL(address -> address.endsWith("/apprenants/" + centre.learners.getLast()));
        assertThat(desk.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void accept(Page page) {
        page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Accepter"))
                .click();
        assertThat(page.getByText("C’est noté.")).isVisible();
    }

    private void mark(SmallCentre centre, UUID session, int number, AttendanceStatus status) {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(session, centre.learners.get(number), new Attendance.Mark(status, null, null, null, null));
    }
}
