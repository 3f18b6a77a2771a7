package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.simulator.Simulator;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Without any account, a class is played with what may go wrong, and its sheet read. */
class PlayAClassWalkIT extends BrowserTest {

    private static final Instant START = Instant.parse("2026-11-17T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Autowired
    Simulator simulator;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void centre() {
        clock.set(START.plus(Duration.ofHours(5)));
        centre = new SmallCentre(sql, 8);
        session = centre.session(START);
        sql.sql("update training_session set title = ?, modality = 'VIDEO', meeting_provider = 'ZOOM', meeting_id = ?"
                        + " where id = ?")
                .params(
                        "Classe " + centre.code,
                        "82" + String.valueOf(System.nanoTime()).substring(0, 9),
                        session)
                .update();
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    /** Whatever became of the walk: other tests speak to nobody's servers. */
    @AfterEach
    void servers_are_stopped() {
        simulator.destroy();
        clock.advance(Duration.ofSeconds(6));
    }

    @Test
    void a_class_is_played_and_its_sheet_read() {
        Page page = signedIn("q-" + centre.code, calls.password(), 1280, 1000);
        follow(page, "/simulateur");
        button(page, "Démarrer les serveurs").click();
        assertThat(page.getByText("En marche", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        clock.advance(Duration.ofSeconds(6));
        Locator choice = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Séance"));
        choice.fill("Classe " + centre.code);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText("Classe " + centre.code))
                .first()
                .click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Chaque événement arrive deux fois"))
                .check();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Dans le désordre"))
                .check();
        button(page, "Jouer la classe").click();
        assertThat(page.getByText("Qui était là")).isVisible();
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 1000);
            page.waitForTimeout(400);
            screenshot(page, "simulateur-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        page.setViewportSize(1280, 1000);
        // the sheet is read as it stands when the page opens, and verdicts are written after the facts
        await().until(() -> waiting() == 0);
        background.settled();
        page.getByText("Ouvrir la séance").click();
        page.waitForURL("**/seances/" + session);
        Grids.shows(page, "Lou Apprenant1", "168");
        Grids.shows(page, "Lou Apprenant3", "169");
        follow(page, "/simulateur");
        button(page, "Arrêter les serveurs").click();
        assertThat(page.getByText("Les serveurs sont arrêtés.")).isVisible();
        clock.advance(Duration.ofSeconds(6));
    }

    private long waiting() {
        return sql.sql("select count(*) from delivery where connector = 'zoom' and state = 'RECEIVED'")
                .query(Long.class)
                .single();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
