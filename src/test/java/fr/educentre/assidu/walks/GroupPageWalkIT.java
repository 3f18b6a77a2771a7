package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The presence of a group, cell by cell, by the keyboard and on a phone. */
class GroupPageWalkIT extends BrowserTest {

    private static final AttendanceStatus[] SOME = {
        AttendanceStatus.PRESENT, AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXEMPT
    };

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    Calls calls;

    @Autowired
    Attendance attendance;

    @Test
    void the_arrows_lead_from_cell_to_cell_and_enter_opens_the_session() {
        var centre = new SmallCentre(sql, 8);
        List<UUID> sessions = new ArrayList<>();
        Instant last = clock.instant().minus(Duration.ofHours(5));
        for (int day = 0; day < 16; day++) {
            sessions.add(centre.session(last.minus(Duration.ofDays(day))));
        }
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        mark(centre, sessions);

        Page page = signedIn("t-" + centre.code, calls.password(), 1280, 900);
        page.navigate(url("/groupes/" + centre.group));
        Locator reached = page.locator(".assidu-heat [tabindex='0']");
        assertThat(reached).hasCount(1);
        assertThat(reached).hasAttribute("href", "seances/" + sessions.get(0));
        assertThat(Axe.graveFaults(page)).isEmpty();
        screenshot(page, "groupe-1280");
        reached.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(reached).isFocused();
        assertThat(reached).hasAttribute("href", "seances/" + sessions.get(1));
        assertThat(reached.getAttribute("aria-label")).startsWith("Lou Apprenant1, ");
        page.keyboard().press("End");
        assertThat(reached).hasAttribute("href", "seances/" + sessions.get(13));
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(reached.getAttribute("aria-label"))
                .as("the head of the column")
                .contains("Atelier");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.endsWith("/seances/" + sessions.get(13)));

        page.setViewportSize(390, 844);
        page.navigate(url("/groupes/" + centre.group));
        Locator table = page.locator(".assidu-heat-scroll");
        assertThat(table).isVisible();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        Locator name = page.locator(".assidu-heat tbody th").first();
        double before = name.boundingBox().x;
        table.evaluate("box => { box.scrollLeft = 300; }");
        assertThat(name.boundingBox().x)
                .as("names stay where they are, but for the space between cells")
                .isBetween(before - 3, before);
        table.scrollIntoViewIfNeeded();
        screenshot(page, "groupe-390");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target/screenshots/GroupPageWalkIT/groupe-390-entier.png")));
    }

    /** By their trainer, in the thread of the test. */
    private void mark(SmallCentre centre, List<UUID> sessions) {
        var here = SecurityContextHolder.getContext();
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        for (int session = 1; session < sessions.size(); session++) {
            for (int learner = 0; learner < centre.learners.size(); learner++) {
                attendance.mark(
                        sessions.get(session),
                        centre.learners.get(learner),
                        new Attendance.Mark(SOME[(learner * 3 + session) % SOME.length], null, null, "appel", null));
            }
        }
        SecurityContextHolder.setContext(here);
    }
}
