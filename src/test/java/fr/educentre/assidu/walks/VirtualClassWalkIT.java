package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.simulator.FakeBigBlueButtonServer;
import fr.educentre.assidu.sources.simulator.Simulator;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The virtual class of a session, from the learner's space and from the session's page. */
class VirtualClassWalkIT extends BrowserTest {

    private static final Instant START = Instant.parse("2026-11-19T08:00:00Z");
    private static final String SECRET = "test-bbb-secret";

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Calls calls;

    @Autowired
    Simulator simulator;

    private SmallCentre centre;
    private UUID session;

    private void on(String provider, String meeting) {
        centre = new SmallCentre(sql, 8);
        session = centre.session(START);
        sql.sql("update training_session set modality = 'VIDEO', meeting_provider = ?, meeting_id = ? where id = ?")
                .params(provider, meeting, session)
                .update();
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("l-" + centre.code, Role.LEARNER, centre.learners.getFirst());
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @AfterEach
    void no_connection_is_left() {
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        simulator.stop();
        sql.sql("delete from connector_setting where connector = 'bigbluebutton'")
                .update();
        sql.sql("update training_session set stored_state = 'CANCELLED' where id = ?")
                .param(session)
                .update();
        clock.advance(Duration.ofSeconds(6));
    }

    @Test
    void a_learner_joins_by_a_link_of_their_own_and_the_trainer_ends_the_class() throws Exception {
        clock.set(START.plus(Duration.ofMinutes(5)));
        on("BIGBLUEBUTTON", "classe-" + Long.toString(System.nanoTime(), 36));
        String here = url("");
        try (var server =
                new FakeBigBlueButtonServer(SECRET, clock, address -> address.replace("http://assidu.test", here))) {
            sql.sql("insert into connector_setting (connector, name, value, set_by, set_at)"
                            + " values ('bigbluebutton', 'url', ?, 't', now())")
                    .param(server.url())
                    .update();
            clock.advance(Duration.ofSeconds(6));
            Page page = signedIn("l-" + centre.code, calls.password(), 390, 844);
            page.waitForURL("**/espace");
            button(page, "Rejoindre la classe").click();
            page.waitForURL(address -> address.contains("/bigbluebutton/api/join"));
            assertThat(page.url()).contains("userID=" + centre.learners.getFirst());
            assertThat(server.calls()).anyMatch(call -> call.startsWith("join "));

            page = signedIn("t-" + centre.code, calls.password(), 1280, 900);
            follow(page, "/seances/" + session);
            button(page, "Demander qui est là").click();
            assertThat(page.getByText("Le serveur a répondu", new Page.GetByTextOptions().setExact(false)))
                    .isVisible();
            await().atMost(BackgroundWork.PATIENCE).until(this::joined);
            page.reload();
            button(page, "Terminer la classe").click();
            page.getByRole(AriaRole.ALERTDIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Terminer la classe"))
                    .click();
            assertThat(page.getByText("La classe est terminée.")).isVisible();
            assertThat(server.calls()).anyMatch(call -> call.startsWith("end "));
        }
    }

    @Test
    void learners_are_registered_with_zoom_and_its_report_is_asked_for() {
        clock.set(START.plus(Duration.ofMinutes(10)));
        on("ZOOM", "83" + String.valueOf(System.nanoTime()).substring(0, 9));
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        simulator.start();
        clock.advance(Duration.ofSeconds(6));
        Page page = signedIn("q-" + centre.code, calls.password(), 1280, 900);
        follow(page, "/seances/" + session);
        button(page, "Demander le relevé à Zoom").click();
        assertThat(page.getByText("Zoom ne connaît pas", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
        button(page, "Inscrire les apprenants à la réunion Zoom").click();
        assertThat(page.locator("vaadin-notification-card")
                        .filter(new Locator.FilterOptions().setHasText("8 inscrits sur 8")))
                .isVisible();
        page.getByText("Liens personnels").click();
        assertThat(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions()
                                        .setName("Lou Apprenant3")
                                        .setExact(true))
                        .last())
                .hasAttribute("href", java.util.regex.Pattern.compile("https://us02web\\.zoom\\.us/w/.*"));
        screenshot(page, "seance-zoom");

        page = signedIn("l-" + centre.code, calls.password(), 390, 844);
        page.waitForURL("**/espace");
        assertThat(page.getByText("Rejoindre la classe"))
                .hasAttribute("href", java.util.regex.Pattern.compile("https://us02web\\.zoom\\.us/w/.*"));

        clock.set(START.plus(Duration.ofHours(4)));
        simulator.play(session, Set.of(), line -> {});
        page = signedIn("q-" + centre.code, calls.password(), 1280, 900);
        follow(page, "/seances/" + session);
        button(page, "Demander le relevé à Zoom").click();
        assertThat(page.getByText("Relevé lu : 9 connexions", new Page.GetByTextOptions().setExact(false)))
                .isVisible();
    }

    private boolean joined() {
        return sql.sql("select count(*) from evidence e join evidence_match m on m.evidence_id = e.id"
                                + " where e.session_id = ? and e.kind = 'JOINED' and m.learner_id = ?")
                        .params(session, centre.learners.getFirst())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
