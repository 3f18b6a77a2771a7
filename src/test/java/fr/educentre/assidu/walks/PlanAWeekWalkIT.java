package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quality manager moves a session by dragging it, then by the keyboard; on a phone the week is a list of days. */
class PlanAWeekWalkIT extends BrowserTest {

    private static final Instant WEDNESDAY = Instant.parse("2027-04-21T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Test
    void a_session_is_moved_by_hand_and_by_keys() {
        background.leap(WEDNESDAY);
        var centre = new SmallCentre(sql, 3);
        sql.sql("update learner_group set name = ? where id = ?")
                .params("BTS Banque " + centre.code, centre.group)
                .update();
        UUID session = session(centre, WEDNESDAY, "Comptabilité");
        session(centre, WEDNESDAY.plus(Duration.ofDays(1)), "Droit bancaire");
        session(centre, WEDNESDAY.plus(Duration.ofDays(1)).plus(Duration.ofHours(5)), "Anglais");
        session(centre, WEDNESDAY.minus(Duration.ofDays(2)), "Communication");
        sql.sql(
                        "insert into group_period (group_id, kind, from_on, to_on) values (?, 'COMPANY', '2027-04-23', '2027-04-23')")
                .param(centre.group)
                .update();
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());

        Page desk = signedIn(quality, calls.password(), 1280, 900);
        follow(desk, "/planning?q=" + centre.code);
        Locator dragged = named(desk, "Comptabilité");
        dragged.waitFor();
        screenshot(desk, "planning");
        assertThat(Axe.graveFaults(desk)).isEmpty();

        desk.locator("[data-half='2027-04-20/AM']").first().scrollIntoViewIfNeeded();
        dragged.dragTo(desk.locator("[data-half='2027-04-20/AM']").first());
        Locator dialog = desk.locator("vaadin-dialog[opened]");
        act(dialog, "Déplacer").waitFor();
        assertThat(starts(session)).as("nothing is moved before").isEqualTo("2027-04-21 09:00");
        act(dialog, "Déplacer").click();
        await().untilAsserted(() -> assertThat(starts(session)).isEqualTo("2027-04-20 09:00"));

        assertThat(dialog).hasCount(0);
        desk.locator("[data-half='2027-04-20/AM']")
                .filter(new Locator.FilterOptions().setHasText("Comptabilité"))
                .first()
                .waitFor();
        drawn(desk);
        named(desk, "Comptabilité").focus();
        desk.keyboard().press("Enter");
        act(dialog, "Fermer").waitFor();
        drawn(desk);
        screenshot(desk, "planning-seance");
        assertThat(Axe.graveFaults(desk)).isEmpty();
        desk.keyboard().press("Alt+m");
        assertThat(dialog.last()).containsText("Nouveau début");

        Page phone = signedIn(quality, calls.password(), 390, 844);
        follow(phone, "/planning?q=" + centre.code);
        assertThat(phone.locator("main")).containsText("Aucune séance ce jour");
        assertThat(phone.locator("vaadin-grid:visible")).hasCount(0);
        screenshot(phone, "planning-telephone");
    }

    private UUID session(SmallCentre centre, Instant start, String title) {
        UUID id = centre.session(start);
        sql.sql("update training_session set title = ?, room = 'B12' where id = ?")
                .params(title, id)
                .update();
        return id;
    }

    private static Locator named(Page page, String title) {
        return page.locator("vaadin-grid vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private static Locator act(Locator dialog, String name) {
        return dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    private String starts(UUID session) {
        return sql.sql(
                        "select to_char(starts_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from training_session"
                                + " where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }
}
