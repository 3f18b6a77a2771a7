package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A learner stops, comes back and leaves: the assistant says what follows, and screens show that it did (sessions freed, the
 * certificate, whom to tell by when).
 */
class InterruptionWalkIT extends BrowserTest {

    /** A Monday. */
    private static final Instant NOON = Instant.parse("2027-05-03T10:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Test
    void what_the_assistant_says_is_what_the_screens_show_afterwards() {
        background.leap(NOON);
        var centre = new SmallCentre(sql, 2);
        UUID learner = centre.learners.getFirst();
        UUID during = centre.session(Instant.parse("2027-05-05T07:00:00Z"));
        UUID after = centre.session(Instant.parse("2027-05-12T07:00:00Z"));
        payByCpf(centre, learner);
        String referent = "r-" + centre.code;
        String quality = "q-" + centre.code;
        calls.account(referent, Role.REFERENT, centre.referent);
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());

        Page desk = signedIn(referent, calls.password(), 1280, 900);
        Locator dialog = assistant(desk, learner, "Interruption", "04/05/2027", "Déménagement");
        assertThat(dialog).containsText("2 séances ne comptent plus");
        assertThat(dialog).containsText("Boulange : prévenir l’entreprise, sans attendre");
        screenshot(desk, "interruption");
        declare(dialog, "C’est déclaré : Interruption à partir du");
        close(desk);
        assertThat(desk.locator("main")).containsText("Interruption");
        assertThat(desk.locator("main")).containsText("Déménagement");
        expected(desk, during, 1);
        expected(desk, after, 1);

        dialog = assistant(desk, learner, "Reprise", "10/05/2027", "Retour");
        assertThat(dialog).containsText("Une séance compte de nouveau");
        declare(dialog, "C’est déclaré : Reprise à partir du");
        close(desk);
        expected(desk, during, 1);
        expected(desk, after, 2);

        desk = signedIn(quality, calls.password(), 1280, 900);
        dialog = assistant(desk, learner, "Abandon", "11/05/2027", "Nouvel emploi");
        assertThat(dialog).containsText("Une séance ne compte plus");
        assertThat(dialog).containsText("Éditer le certificat des heures réalisées");
        assertThat(dialog).containsText("déclarer la sortie et le service fait dans EDOF, au plus tard le");
        declare(dialog, "C’est déclaré : Abandon à partir du");
        assertThat(dialog).containsText("Éditer le certificat des heures réalisées");
        assertThat(dialog).containsText("14 mai 2027");
        screenshot(desk, "ce-qui-reste-a-faire");
        dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Éditer le certificat"))
                .click();
        desk.waitForURL(address -> address.contains("/preuves"));
        drawn(desk);
        expected(desk, after, 1);
    }

    private void payByCpf(SmallCentre centre, UUID learner) {
        UUID funder = SmallCentre.id();
        sql.sql("insert into funder (id, code, name, kind) values (?, ?, 'Mon compte formation', 'CPF')")
                .params(funder, "F-" + centre.code)
                .update();
        sql.sql("""
                        insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority,
                                             crediting_method)
                        select ?, id, ?, 600, '2020-01-01', '2040-01-01', 1, 'MINUTE' from enrolment where learner_id = ?
                        """).params(SmallCentre.id(), funder, learner).update();
    }

    private static Locator assistant(Page page, UUID learner, String kind, String from, String reason) {
        follow(page, "/apprenants/" + learner);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Interruption, reprise ou sortie…"))
                .click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        named(dialog, "Voir ce qui s’ensuit").waitFor();
        dialog.locator("vaadin-select, vaadin-combo-box").first().click();
        page.locator("vaadin-select-item:visible, vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(kind))
                .first()
                .click();
        Locator day = dialog.getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName("À partir du").setExact(true))
                .first();
        day.fill(from);
        day.press("Enter");
        day.press("Tab");
        dialog.getByLabel("Motif").fill(reason);
        named(dialog, "Voir ce qui s’ensuit").click();
        named(dialog, "Déclarer").waitFor();
        return dialog;
    }

    private static void declare(Locator dialog, String done) {
        named(dialog, "Déclarer").click();
        assertThat(dialog).containsText(done);
    }

    private static void close(Page page) {
        named(page.locator("vaadin-dialog[opened]"), "Fermer").click();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        drawn(page);
    }

    /** How many learners the session's own page expects. */
    private static void expected(Page page, UUID session, int learners) {
        follow(page, "/seances/" + session);
        Grids.shows(page, "Lou Apprenant1", "");
        if (learners == 2) {
            Grids.shows(page, "Lou Apprenant0", "");
        } else {
            assertThat(page.locator("main").getByText("Lou Apprenant0")).hasCount(0);
        }
    }

    private static Locator named(Locator part, String button) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }
}
