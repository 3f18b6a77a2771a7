package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three absences tapped on a phone, an alert, one mail; then the learner is back and is left alone. */
class RelaunchWalkIT extends BrowserTest {

    /** A Monday, 09:00 in Paris; one half-day a day until Friday, every other one missed. */
    private static final Instant MONDAY = Instant.parse("2027-06-14T07:00:00Z");

    private static final Instant DEADLINES_PASSED = Instant.parse("2027-06-21T22:05:00Z");
    private static final String RULE = "Trois absences en un mois";
    private static final String SUBJECT = "Faisons le point";

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Test
    void three_absences_one_mail_and_none_after_the_return() {
        background.leap(MONDAY.minusSeconds(600));
        var centre = new SmallCentre(sql, 1);
        String trainer = "t-" + centre.code;
        String quality = "q-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());

        Page phone = signedIn(trainer, calls.password(), 390, 844);
        for (int day = 0; day < 5; day++) {
            Instant start = MONDAY.plus(Duration.ofDays(day));
            UUID session = centre.session(start);
            background.leap(start.plusSeconds(300));
            call(phone, session, day % 2 == 0 ? "Absent" : "Présent");
        }
        screenshot(phone, "appel");

        background.leap(DEADLINES_PASSED);
        await().untilAsserted(() -> assertThat(mails(centre)).hasSize(1));

        Page desk = signedIn(quality, calls.password(), 1280, 900);
        follow(desk, "/alertes?groupe=" + centre.group);
        Grids.shows(desk, "Lou Apprenant0", RULE);
        screenshot(desk, "alertes");
        String running = "vaadin-grid a[href='apprenants/" + centre.learners.getFirst() + "']";
        follow(desk, "/processus?suivi=relaunch");
        Grids.shows(desk, "Lou Apprenant0", "En cours");
        assertThat(desk.locator(running)).hasText("Lou Apprenant0");
        screenshot(desk, "processus");

        Instant back = MONDAY.plus(Duration.ofDays(8));
        UUID session = centre.session(back);
        background.leap(back.plusSeconds(300));
        phone = signedIn(trainer, calls.password(), 390, 844);
        call(phone, session, "Présent");

        Page monitor = signedIn(quality, calls.password(), 1280, 900);
        await().untilAsserted(() -> {
            monitor.navigate(url("/processus?suivi=relaunch"));
            monitor.waitForTimeout(500);
            assertThat(monitor.locator(running)).hasCount(0);
        });
        background.leap(MONDAY.plus(Duration.ofDays(18)));
        background.settled();
        assertThat(mails(centre)).hasSize(1);
    }

    private void call(Page phone, UUID session, String status) {
        follow(phone, "/seances/" + session + "/appel");
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(status + " : Lou Apprenant0")
                                .setExact(true))
                .click();
        assertThat(phone.locator(".assidu-roll-marked .assidu-badge")).containsText(status);
    }

    private List<String> mails(SmallCentre centre) {
        return Mails.texts(mail, centre.email(0), SUBJECT);
    }
}
