package fr.educentre.assidu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SignedLinks;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every screen holds to WCAG 2 A and AA as far as a machine can tell. One page goes from screen to screen by links, as a
 * person does: loading each anew would cost more than analysing it. Who may open which is EveryScreenIsGuardedIT's.
 */
class ScreensAreAccessibleIT extends BrowserTest {

    private static final Instant START = Instant.parse("2027-03-23T08:00:00Z");
    private static final Pattern LINK = Pattern.compile("http://assidu\\.test(/j/[^\\s\"<]+)");
    /** A phone for the screens that are used standing up. */
    private static final int PHONE = 390;

    private static final int DESK = 1280;

    /** What a person would have to scroll sideways for, or could not reach at all; what scrolls by itself may be wide. */
    private static final String TOO_WIDE = """
            () => {
                const page = document.documentElement;
                const wide = [...document.querySelectorAll(
                        'vaadin-select, vaadin-combo-box, vaadin-text-field, vaadin-date-picker, vaadin-button, vaadin-upload, h1, h2, p')]
                    .filter(part => !part.closest('vaadin-grid, vaadin-tabs, .assidu-scroll, [slot=drawer]'))
                    .filter(part => part.getBoundingClientRect().width > 0
                        && part.getBoundingClientRect().right > innerWidth + 1)
                    .map(part => part.localName + ' ' + (part.label || part.textContent.trim().slice(0, 30)));
                return page.scrollWidth > innerWidth ? ['the page is ' + page.scrollWidth + ' wide', ...wide] : wide;
            }
            """;

    /** Entries of the menu whose words are cut, or lie under what waits behind them. */
    private static final String CUT = """
            () => [...document.querySelectorAll('.assidu-nav-name')].filter(name => {
                const range = document.createRange();
                range.selectNodeContents(name);
                const words = range.getBoundingClientRect();
                const item = name.parentElement;
                const badge = item.querySelector('[slot=suffix]');
                const slot = name.assignedSlot.getBoundingClientRect();
                const room = slot.width > 0 ? slot : item.getBoundingClientRect();
                const end = badge ? Math.min(room.right, badge.getBoundingClientRect().left) : room.right;
                return words.width === 0 || words.right > end + 1 || words.bottom > room.bottom + 1;
            }).map(name => name.textContent)
            """;

    /** A hundred things wait behind every entry. */
    private static final String BUSY = """
            () => document.querySelectorAll('vaadin-side-nav-item').forEach(item => {
                item.querySelector('[slot=suffix]')?.remove();
                const badge = document.createElement('span');
                badge.slot = 'suffix';
                badge.className = 'assidu-menu-badge';
                badge.textContent = '100';
                item.append(badge);
            })
            """;

    private record Screen(String path, int width) {}

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Autowired
    SignedLinks links;

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

    /** What the quality manager opens: all that there is, but a learner's own space. */
    private List<Screen> screens() {
        return List.of(
                new Screen("/", DESK),
                new Screen("/groupes", DESK),
                new Screen("/groupes/" + centre.group, DESK),
                new Screen("/apprenants", DESK),
                new Screen("/apprenants/" + centre.learners.getFirst(), DESK),
                new Screen("/planning", DESK),
                new Screen("/planning?vue=liste", PHONE),
                new Screen("/seances", DESK),
                new Screen("/seances/" + session, DESK),
                new Screen("/identites", DESK),
                new Screen("/seances/" + session + "/appel", PHONE),
                new Screen("/seances/" + session + "/emargement", PHONE),
                new Screen("/absences", DESK),
                new Screen("/absents", PHONE),
                new Screen("/taches", DESK),
                new Screen("/alertes", DESK),
                new Screen("/regles", DESK),
                new Screen("/regles/" + shippedRule(), DESK),
                new Screen("/regles/rejouer", DESK),
                new Screen("/courriels", DESK),
                new Screen("/courriels/modeles?modele=absence-du-jour&langue=fr", DESK),
                new Screen("/processus", DESK),
                new Screen("/journal", PHONE),
                new Screen("/preuves", DESK),
                new Screen("/connecteurs", DESK),
                new Screen("/connecteurs/partenaires", PHONE),
                new Screen("/imports", DESK),
                new Screen("/imports/calendriers", PHONE),
                new Screen("/imports/historique", DESK),
                new Screen("/centre/parcours", DESK),
                new Screen("/centre/formateurs", DESK),
                new Screen("/centre/financeurs", PHONE),
                new Screen("/simulateur", DESK));
    }

    @Test
    void no_screen_has_a_grave_fault() {
        List<String> faults = new ArrayList<>();
        mark(centre.learners.get(0), "ABSENT");
        mark(centre.learners.get(1), "PRESENT");
        background.leap(START.plus(Duration.ofMinutes(35)));

        Page page = visitor(DESK, 900);
        load(page, "/login");
        check(page, "/login", faults);
        narrow(page, "/login", faults);
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        page = signedIn(quality, calls.password(), DESK, 900);
        drawn(page);
        for (Screen screen : screens()) {
            page.setViewportSize(screen.width(), 900);
            follow(page, screen.path());
            assertThat(page.locator("main.assidu-view").count())
                    .as("%s is shown", screen.path())
                    .isEqualTo(1);
            check(page, screen.path(), faults);
            narrow(page, screen.path(), faults);
        }
        String learner = "l-" + centre.code;
        calls.account(learner, Role.LEARNER, centre.learners.getFirst());
        page = signedIn(learner, calls.password(), PHONE, 844);
        page.waitForURL("**/espace");
        drawn(page);
        check(page, "/espace", faults);
        narrow(page, "/espace", faults);
        dialog(page, "Annoncer une absence", "Fermer", faults);
        dialog(page, "Demander une correction", "Fermer", faults);
        load(page, "/mot-de-passe");
        check(page, "/mot-de-passe", faults);
        narrow(page, "/mot-de-passe", faults);

        Matcher link =
                LINK.matcher(await().until(() -> Mails.texts(mail, centre.email(0), ""), mails -> !mails.isEmpty())
                        .getFirst());
        assertThat(link.find()).isTrue();
        page = visitor(PHONE, 844);
        load(page, link.group(1));
        check(page, "/j", faults);
        narrow(page, "/j", faults);
        page = visitor(PHONE, 844);
        load(page, "/suivi/" + followUpLink());
        check(page, "/suivi", faults);
        screenshot(page, "suivi");
        narrow(page, "/suivi", faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void the_parts_of_a_rule_and_the_dialogs_of_the_studio_have_no_grave_fault() {
        List<String> faults = new ArrayList<>();
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn(quality, calls.password(), DESK, 900);
        drawn(page);
        follow(page, "/regles");
        dialog(page, "Importer des règles", "Fermer", faults);
        for (String part : List.of("ecrire", "exemples", "versions", "suivi")) {
            follow(page, "/regles/" + shippedRule() + "?onglet=" + part);
            assertThat(page.locator(".assidu-tabs a[aria-current]").count())
                    .as("the part %s is named", part)
                    .isEqualTo(1);
            check(page, part, faults);
        }
        dialog(page, "Publier…", "Annuler", faults);
        follow(page, "/regles/nouvelle?onglet=exemples");
        dialog(page, "Ajouter un exemple", "Annuler", faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void the_screens_on_which_the_centre_is_kept_and_their_dialogs_have_no_grave_fault() {
        List<String> faults = new ArrayList<>();
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn(quality, calls.password(), DESK, 900);
        drawn(page);
        follow(page, "/centre/parcours");
        dialog(page, "Ajouter un parcours", "Annuler", faults);
        follow(page, "/centre/entreprises?q=" + centre.code);
        dialog(page, "Boulange", "Annuler", faults);
        follow(page, "/apprenants/" + centre.learners.getFirst());
        dialog(page, "Consigner un contact", "Annuler", faults);
        dialog(page, "Interruption, reprise ou sortie…", "Annuler", faults);
        follow(page, "/mes-jetons");
        check(page, "/mes-jetons", faults);
        narrow(page, "/mes-jetons", faults);
        dialog(page, "Nouveau jeton", "Annuler", faults);
        follow(page, "/centre/entreprises?ouvrir=" + centre.employer);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lien de suivi…"))
                .click();
        page.locator("vaadin-dialog[opened]")
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Envoyer le lien de suivi"))
                .waitFor();
        check(page, "Lien de suivi…", faults);
        String administrator = "a-" + centre.code;
        calls.account(administrator, Role.ADMIN, SmallCentre.id());
        page = signedIn(administrator, calls.password(), DESK, 900);
        drawn(page);
        follow(page, "/centre/organisation");
        check(page, "/centre/organisation", faults);
        narrow(page, "/centre/organisation", faults);
        page.setViewportSize(DESK, 900);
        follow(page, "/demarrage?etape=people");
        check(page, "/demarrage", faults);
        screenshot(page, "demarrage");
        narrow(page, "/demarrage", faults);
        page.setViewportSize(DESK, 900);
        follow(page, "/aide?ecran=imports");
        check(page, "/aide", faults);
        screenshot(page, "aide");
        narrow(page, "/aide", faults);
        page.setViewportSize(DESK, 900);
        follow(page, "/centre/sites");
        dialog(page, "Ajouter un site", "Annuler", faults);
        narrow(page, "/centre/sites", faults);
        page.setViewportSize(DESK, 900);
        follow(page, "/centre/motifs");
        dialog(page, "Ajouter un motif", "Annuler", faults);
        page.setViewportSize(PHONE, 844);
        Locator card = page.locator(".assidu-row-card").first();
        card.waitFor();
        assertThat(card.innerText()).contains("Maladie ou hospitalisation", "SICKNESS", "Document exigé");
        check(page, "/centre/motifs on a phone", faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void dark_screens_have_no_grave_fault_and_dark_is_the_systems_until_the_reader_chose() {
        List<String> faults = new ArrayList<>();
        mark(centre.learners.get(0), "ABSENT");
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn(quality, calls.password(), DESK, 900);
        drawn(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String path : List.of(
                "/",
                "/groupes",
                "/groupes/" + centre.group,
                "/seances/" + session,
                "/absences",
                "/absents",
                "/courriels",
                "/centre/financeurs")) {
            follow(page, path);
            assertThat(theme(page)).as(path).isEqualTo("dark");
            check(page, path + " in the dark", faults);
            screenshot(page, "dark" + path.replaceAll("[0-9a-f-]{36}", "un").replaceAll("[^a-z]+", "-"));
        }
        page.locator(".assidu-user vaadin-menu-bar-button, .assidu-user [role=menuitem]")
                .first()
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Thème clair"))
                .click();
        page.waitForFunction("() => document.documentElement.getAttribute('theme') === 'light'");
        load(page, "/groupes");
        assertThat(theme(page)).as("remembered").isEqualTo("light");
        assertThat(faults).isEmpty();
    }

    private static Object theme(Page page) {
        return page.evaluate("() => document.documentElement.getAttribute('theme')");
    }

    @Test
    void the_words_of_the_menu_are_read_whole_beside_what_waits() {
        String quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn(quality, calls.password(), DESK, 900);
        drawn(page);
        page.evaluate(BUSY);
        assertThat((List<?>) page.evaluate(CUT)).as("at %s", DESK).isEmpty();
        page.setViewportSize(PHONE, 844);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu principal"))
                .click();
        page.waitForFunction("() => document.querySelector('.assidu-nav-name').getBoundingClientRect().left >= 0");
        assertThat((List<?>) page.evaluate(CUT)).as("at %s", PHONE).isEmpty();
        screenshot(page, "menu-at-390");
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
        // Closed, it still fades away.
        page.waitForFunction("() => !document.querySelector('vaadin-dialog')");
    }

    /** Of the employer's contact. */
    private String followUpLink() {
        return links.issue(
                "FOLLOW",
                centre.employer,
                Map.of("kind", "EMPLOYER", "name", "Eva Pain", "address", centre.employerEmail()),
                START.plus(Duration.ofDays(30)));
    }

    private UUID shippedRule() {
        return sql.sql("select id from rule where code = 'trois-absences'")
                .query(UUID.class)
                .single();
    }

    private void load(Page page, String path) {
        page.navigate(url(path));
        drawn(page);
    }

    private static void check(Page page, String path, List<String> faults) {
        Axe.graveFaults(page).forEach(fault -> faults.add(path + " " + fault));
    }

    /** Also held upright: nothing is beside the screen. */
    private static void narrow(Page page, String path, List<String> faults) {
        page.setViewportSize(PHONE, 844);
        page.waitForFunction("() => innerWidth === " + PHONE);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        ((List<?>) page.evaluate(TOO_WIDE)).forEach(wide -> faults.add(path + " at " + PHONE + ": " + wide));
        screenshot(page, "at-390" + path.replaceAll("[0-9a-f-]{36}", "un").replaceAll("[^a-z]+", "-"));
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
