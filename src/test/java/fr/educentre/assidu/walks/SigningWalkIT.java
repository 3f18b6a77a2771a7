package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone goes round the class: one draws, turns it and finds what was drawn, another signs by the keyboard. */
class SigningWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    Calls calls;

    @Autowired
    Signing signing;

    @Test
    void one_learner_draws_on_a_phone_that_is_turned_and_another_signs_by_the_keyboard() {
        var centre = new SmallCentre(sql, 3);
        UUID session = centre.session(clock.instant().minus(Duration.ofMinutes(20)));
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        Page phone = signedIn("t-" + centre.code, calls.password(), 390, 844);
        phone.navigate(url("/seances/" + session + "/emargement"));
        button(phone, "Ouvrir l’émargement").click();
        assertThat(Axe.graveFaults(phone)).isEmpty();
        screenshot(phone, "emargement-390");

        button(phone, "Faire signer Lou Apprenant0").click();
        Locator frame = phone.locator("assidu-signature canvas");
        assertThat(frame).isVisible();
        line(phone, frame);
        phone.setViewportSize(844, 390);
        assertThat(phone.evaluate("document.querySelector('assidu-signature').lines.length"))
                .as("turning the phone leaves what was drawn")
                .isEqualTo(1);
        phone.setViewportSize(390, 844);
        assertThat(Axe.graveFaults(phone)).isEmpty();
        screenshot(phone, "emargement-cadre-390");
        button(phone, "Valider ma signature").click();
        assertThat(phone.getByText("1 signé sur 3")).isVisible();

        phone.locator("vaadin-dialog")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        button(phone, "Faire signer Lou Apprenant1").press("Enter");
        // An opening dialog takes the focus: whoever uses the keys goes on from there.
        phone.waitForFunction(
                "document.querySelector('vaadin-dialog[opened]')?.contains(document.activeElement) === true");
        Locator confirm = phone.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Je signe").setExact(true));
        confirm.focus();
        assertThat(confirm).isFocused();
        phone.keyboard().press("Enter");
        assertThat(phone.getByText("2 signés sur 3")).isVisible();
        screenshot(phone, "emargement-signe-390");

        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThat(signing.proofs(session).getFirst().strokes().lines().getFirst())
                .hasSizeGreaterThan(3);
        assertThat(signing.verify(session).holds()).isTrue();
    }

    private static void line(Page page, Locator frame) {
        BoundingBox box = frame.boundingBox();
        page.mouse().move(box.x + 40, box.y + 60);
        page.mouse().down();
        for (int n = 1; n < 12; n++) {
            page.mouse().move(box.x + 40 + n * 18, box.y + 60 + (n % 3) * 22);
        }
        page.mouse().up();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
