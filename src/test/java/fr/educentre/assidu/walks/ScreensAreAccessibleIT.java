package fr.educentre.assidu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every screen holds to WCAG 2 A and AA as far as a machine can tell, and shows nothing to a role that has no part in it. */
class ScreensAreAccessibleIT extends BrowserTest {

    private static final Instant START = Instant.parse("2027-03-23T08:00:00Z");
    private static final Pattern LINK = Pattern.compile("http://assidu\\.test(/j/[^\\s\"<]+)");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Set<Role> STAFF =
            EnumSet.of(Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR);

    private static final Set<Role> SET_UP = EnumSet.of(Role.ADMIN, Role.QUALITY_MANAGER);

    private record Screen(String path, Set<Role> readers, int width) {}

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    private SmallCentre centre;
    private UUID session;
    private String trainer;

    @BeforeEach
    void centre() {
        background.leap(START.plus(Duration.ofMinutes(5)));
        centre = new SmallCentre(sql, 3);
        session = centre.session(START);
        trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
    }

    private List<Screen> screens() {
        return List.of(
                new Screen("/groupes", STAFF, 1280),
                new Screen("/groupes/" + centre.group, STAFF, 1280),
                new Screen("/apprenants", STAFF, 1280),
                new Screen("/apprenants/" + centre.learners.getFirst(), STAFF, 1280),
                new Screen("/seances", STAFF, 1280),
                new Screen("/seances/" + session, STAFF, 1280),
                new Screen(
                        "/identites",
                        EnumSet.of(Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR),
                        1280),
                new Screen("/seances/" + session + "/appel", EnumSet.of(Role.TRAINER, Role.QUALITY_MANAGER), 390),
                new Screen(
                        "/absences", EnumSet.of(Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR), 1280),
                new Screen("/taches", EnumSet.of(Role.ADMIN, Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER), 1280),
                new Screen("/alertes", STAFF, 1280),
                new Screen("/regles", STAFF, 1280),
                new Screen("/regles/" + shippedRule(), STAFF, 1280),
                new Screen("/regles/rejouer", EnumSet.of(Role.QUALITY_MANAGER), 1280),
                new Screen("/courriels", STAFF, 1280),
                new Screen(
                        "/processus", EnumSet.of(Role.ADMIN, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR), 1280),
                new Screen("/justificatifs", STAFF, 1280),
                new Screen("/connecteurs", SET_UP, 1280),
                new Screen("/connecteurs/partenaires", SET_UP, 390),
                new Screen("/imports", SET_UP, 1280),
                new Screen("/imports/calendriers", SET_UP, 390),
                new Screen("/imports/historique", SET_UP, 1280),
                new Screen("/simulateur", SET_UP, 1280),
                new Screen("/espace", EnumSet.of(Role.LEARNER), 390));
    }

    @Test
    void no_screen_has_a_grave_fault() {
        List<String> faults = new ArrayList<>();
        mark(centre.learners.get(0), "ABSENT");
        mark(centre.learners.get(1), "PRESENT");
        background.leap(START.plus(Duration.ofMinutes(35)));

        Page page = visitor(1280, 900);
        open(page, "/login");
        check(page, "/login", faults);
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        page = signedIn(quality, calls.password(), 1280, 900);
        open(page, "/");
        check(page, "/", faults);
        for (Screen screen : screens()) {
            if (screen.readers().contains(Role.QUALITY_MANAGER)) {
                page.setViewportSize(screen.width(), 900);
                open(page, screen.path());
                check(page, screen.path(), faults);
            }
        }
        String learner = "l-" + centre.code;
        calls.account(learner, Role.LEARNER, centre.learners.getFirst());
        page = signedIn(learner, calls.password(), 390, 844);
        open(page, "/espace");
        check(page, "/espace", faults);

        Matcher link =
                LINK.matcher(await().until(() -> Mails.texts(mail, centre.email(0), ""), mails -> !mails.isEmpty())
                        .getFirst());
        assertThat(link.find()).isTrue();
        page = visitor(390, 844);
        open(page, link.group(1));
        check(page, "/j", faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void the_parts_of_a_rule_and_the_dialogs_of_the_studio_have_no_grave_fault() {
        List<String> faults = new ArrayList<>();
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn(quality, calls.password(), 1280, 900);
        open(page, "/regles");
        dialog(page, "Importer des règles", "Fermer", faults);
        for (String part : List.of("ecrire", "exemples", "versions", "suivi")) {
            open(page, "/regles/" + shippedRule() + "?onglet=" + part);
            assertThat(page.locator(".assidu-tabs a[aria-current]").count())
                    .as("the part %s is named", part)
                    .isEqualTo(1);
            check(page, part, faults);
        }
        dialog(page, "Publier…", "Annuler", faults);
        open(page, "/regles/nouvelle?onglet=exemples");
        dialog(page, "Ajouter un exemple", "Annuler", faults);
        assertThat(faults).isEmpty();
    }

    private static void dialog(Page page, String opens, String closes, List<String> faults) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(opens))
                .first()
                .click();
        var dialog = page.locator("vaadin-dialog[opened]").last();
        var close = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(closes));
        close.waitFor();
        var more = dialog.locator("vaadin-details-summary");
        for (int i = 0; i < more.count(); i++) {
            more.nth(i).click();
        }
        check(page, opens, faults);
        close.click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private UUID shippedRule() {
        return sql.sql("select id from rule where code = 'trois-absences'")
                .query(UUID.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_without_part_in_a_screen_gets_nothing_of_it(Role role) {
        String account = role.name().toLowerCase(Locale.ROOT) + "-" + centre.code;
        UUID person = switch (role) {
            case TRAINER -> centre.trainer;
            case REFERENT -> centre.referent;
            case LEARNER -> centre.learners.getFirst();
            default -> SmallCentre.id();
        };
        calls.account(account, role, person);
        Page page = signedIn(account, calls.password(), 1280, 900);
        for (Screen screen : askedBy(role)) {
            open(page, screen.path());
            assertThat(page.locator("main.assidu-view").count() > 0)
                    .as(
                            "%s sees %s: %s",
                            role, screen.path(), page.locator("body").innerText())
                    .isEqualTo(screen.readers().contains(role));
        }
    }

    /** All that it has no part in, and one in five of the others, each role another one: opening a screen takes a second. */
    private List<Screen> askedBy(Role role) {
        List<Screen> all = screens();
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> !all.get(i).readers().contains(role) || i % 5 == role.ordinal() % 5)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void nobody_sees_anything_before_signing_in() {
        Page page = visitor(1280, 900);
        for (Screen screen : screens()) {
            page.navigate(url(screen.path()));
            page.waitForURL(address -> address.contains("/login"));
        }
    }

    private void open(Page page, String path) {
        page.navigate(url(path));
        page.waitForFunction("() => window.Vaadin?.Flow?.clients"
                + " && Object.values(Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive())"
                + " && [...document.querySelectorAll('vaadin-tabs')].every(tabs => tabs.querySelector('[role=tab]'))"
                + " && document.querySelector('#outlet > *, body > [id^=\"ROOT\"], vaadin-app-layout, main')");
    }

    private static void check(Page page, String path, List<String> faults) {
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa")).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .forEach(rule -> rule.getNodes()
                                .forEach(node -> faults.add(
                                        path + " " + rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
    }

    private void mark(UUID learner, String status) {
        assertThat(calls.send(HttpRequest.newBuilder(
                                        calls.uri("/api/v1/sessions/" + session + "/attendance/" + learner))
                                .header("Authorization", calls.authorization(trainer))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"status\":\"" + status + "\",\"reason\":\"Appel\"}"))
                                .build())
                        .statusCode())
                .isBetween(200, 204);
    }
}
