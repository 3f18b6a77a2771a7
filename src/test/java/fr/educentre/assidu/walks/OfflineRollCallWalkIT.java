package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trainer's day on a phone, with the connection lost in the middle of it. */
class OfflineRollCallWalkIT extends BrowserTest {

    private static final String READY = """
            () => caches.open('assidu-appel-1').then(cache => cache.keys()).then(kept => kept.length === 2
                && navigator.serviceWorker.ready.then(() => true))
            """;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Autowired
    Evidences evidences;

    @Test
    void marks_made_without_a_connection_survive_a_reload_and_arrive_once() {
        var centre = new SmallCentre(sql, 4);
        UUID session = centre.session(clock.instant().minus(Duration.ofMinutes(20)));
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        Page phone = signedIn("t-" + centre.code, calls.password(), 390, 844);
        phone.navigate(url("/seances/" + session + "/appel"));
        button(phone, "Présent : Lou Apprenant0").click();
        assertThat(phone.getByText("1 sur 4 pointés")).isVisible();
        screenshot(phone, "appel-390");
        phone.waitForFunction(READY);

        phone.context().setOffline(true);
        assertThat(phone.getByText("continuez l’appel")).isVisible();
        button(phone, "Absent : Lou Apprenant1").click();
        assertThat(phone.getByText("1 marque en attente d’envoi")).isVisible();
        assertThat(phone.getByText("1 sur 4 pointés")).isHidden();
        screenshot(phone, "hors-ligne-390");

        phone.reload();
        assertThat(phone.getByText("1 marque en attente d’envoi")).isVisible();
        assertThat(phone.getByText("Pas de connexion.")).isVisible();
        button(phone, "Retard : Lou Apprenant2").click();
        button(phone, "10 min : Lou Apprenant2").click();
        assertThat(phone.getByText("2 marques en attente d’envoi")).isVisible();
        button(phone, "Présent : Lou Apprenant3").click();
        button(phone, "Annuler : Lou Apprenant3").click();
        assertThat(phone.getByText("2 marques en attente d’envoi")).isVisible();
        assertThat(Axe.graveFaults(phone)).isEmpty();
        screenshot(phone, "hors-ligne-recharge-390");
        assertThat(statuses(session))
                .as("nothing has come yet")
                .containsExactly(
                        AttendanceStatus.PRESENT,
                        AttendanceStatus.AWAITING_DATA,
                        AttendanceStatus.AWAITING_DATA,
                        AttendanceStatus.AWAITING_DATA);

        phone.context().setOffline(false);
        assertThat(phone.getByText("3 sur 4 pointés")).isVisible();
        assertThat(phone.getByText("en attente d’envoi")).hasCount(0);
        assertThat(statuses(session))
                .containsExactly(
                        AttendanceStatus.PRESENT,
                        AttendanceStatus.ABSENT,
                        AttendanceStatus.LATE,
                        AttendanceStatus.AWAITING_DATA);
        assertThat(evidences.ofSession(session).stream()
                        .filter(one -> one.origin().source() == EvidenceSource.ROLL_CALL)
                        .filter(one -> one.payload().containsKey("device")))
                .as("each mark once")
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.time().occurredAt())
                        .isBefore(one.origin().recordedAt()));
        assertThat(phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('assidu.marques.')).length"))
                .isEqualTo(0);
    }

    private List<AttendanceStatus> statuses(UUID session) {
        return attendance.ofSession(session).stream().map(Row::status).toList();
    }

    private static Locator button(Page page, String name) {
        // Names on the page have no-break spaces before colons.
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(name.replace(" :", "\u00a0:"))
                                .setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true));
    }
}
