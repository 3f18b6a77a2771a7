package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From nothing to a first class that is marked: what a centre is made of is entered on its screens, without file or SQL. */
class SetUpACentreWalkIT extends BrowserTest {

    private static final Instant MONDAY = Instant.parse("2027-03-08T07:00:00Z");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/c/[A-Za-z0-9_-]{20,})");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    private final String code = Long.toString(System.nanoTime(), 36);

    @Test
    void a_centre_is_entered_by_hand_and_its_first_class_is_marked() {
        background.leap(MONDAY);
        String admin = "a-" + code;
        String quality = "q-" + code;
        calls.account(admin, Role.ADMIN, SmallCentre.id());
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());

        Page desk = signedIn(admin, calls.password(), 1280, 900);
        follow(desk, "/centre/sites");
        begin(desk, "Ajouter un site");
        fill(desk, "Nom", "Site " + code);
        fill(desk, "Code", "S" + code);
        fill(desk, "Adresse", "1 rue de l'Essai");
        fill(desk, "Code postal", "75001");
        fill(desk, "Ville", "Paris");
        screenshot(desk, "site");
        save(desk, "Site " + code);

        desk = signedIn(quality, calls.password(), 1280, 900);
        follow(desk, "/centre/parcours");
        begin(desk, "Ajouter un parcours");
        fill(desk, "Intitulé", "Parcours " + code);
        fill(desk, "Code", "P" + code);
        fill(desk, "Durée prévue", "35 h");
        save(desk, "Parcours " + code);

        follow(desk, "/centre/formateurs");
        begin(desk, "Ajouter un formateur");
        fill(desk, "Prénom", "Nina");
        fill(desk, "Nom", "Formatrice " + code);
        fill(desk, "Courriel", "nina-" + code + "@essai.example");
        fill(desk, "Identifiant", "T" + code);
        save(desk, "Nina Formatrice " + code);

        follow(desk, "/centre/groupes");
        begin(desk, "Ajouter un groupe");
        fill(desk, "Nom", "Groupe " + code);
        fill(desk, "Code", "G" + code);
        find(desk, "Parcours", "Parcours " + code);
        find(desk, "Site", "Site " + code);
        day(desk, "Du", "01/03/2027");
        day(desk, "Au", "30/06/2027");
        screenshot(desk, "groupe");
        save(desk, "Groupe " + code);

        follow(desk, "/centre/apprenants");
        begin(desk, "Ajouter un apprenant");
        fill(desk, "Prénom", "Lou");
        fill(desk, "Nom", "Première " + code);
        fill(desk, "Identifiant", "L" + code);
        fill(desk, "Courriel", "lou-" + code + "@essai.example");
        save(desk, "Lou Première " + code);

        follow(desk, "/centre/inscriptions");
        begin(desk, "Inscrire un apprenant");
        find(desk, "Apprenant", "Lou Première " + code);
        find(desk, "Parcours", "Parcours " + code);
        find(desk, "Groupe", "Groupe " + code);
        day(desk, "Du", "01/03/2027");
        day(desk, "Au", "30/06/2027");
        fill(desk, "Heures conventionnées", "35");
        screenshot(desk, "inscription");
        save(desk, "Lou Première " + code);

        follow(desk, "/centre/seances");
        begin(desk, "Planifier une séance");
        fill(desk, "Intitulé", "Premier cours " + code);
        find(desk, "Groupe", "Groupe " + code);
        find(desk, "Formateur", "Nina Formatrice " + code);
        moment(desk, "Début", "08/03/2027", "09:00");
        moment(desk, "Fin", "08/03/2027", "12:30");
        screenshot(desk, "seance");
        save(desk, "Premier cours " + code);
        UUID session = sql.sql("select id from training_session where title = ?")
                .param("Premier cours " + code)
                .query(UUID.class)
                .single();

        desk = signedIn(admin, calls.password(), 1280, 900);
        follow(desk, "/centre/comptes");
        begin(desk, "Ajouter un compte");
        fill(desk, "Nom", "Nina Formatrice " + code);
        fill(desk, "Identifiant", "nina-" + code);
        fill(desk, "Courriel", "nina-" + code + "@essai.example");
        desk.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Formateur"))
                .check();
        find(desk, "Personne", "Nina Formatrice " + code);
        screenshot(desk, "compte");
        save(desk, "Nina Formatrice " + code);
        follow(desk, "/centre/comptes?q=" + code);
        begin(desk, "Nina Formatrice " + code);
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer une invitation"))
                .click();
        String link = await().until(() -> link(), found -> !found.isEmpty());

        Page phone = visitor(390, 844);
        phone.navigate(url(link));
        drawn(phone);
        assertThat(phone.locator("body")).containsText("Votre identifiant est nina-" + code);
        phone.locator("input[type=password]").fill("un long secret à elle");
        screenshot(phone, "mot-de-passe");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer ce mot de passe"))
                .click();
        assertThat(phone.locator("body")).containsText("Vous pouvez vous connecter");

        background.leap(MONDAY.plusSeconds(65 * 60));
        phone = signedIn("nina-" + code, "un long secret à elle", 390, 844);
        follow(phone, "/seances/" + session + "/appel");
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Présent : Lou Première " + code)
                                .setExact(true))
                .click();
        assertThat(phone.locator(".assidu-roll-marked .assidu-badge")).containsText("Présent");
        screenshot(phone, "appel");
    }

    private String link() {
        return Mails.texts(mail, "nina-" + code + "@essai.example", "Votre compte Assidu").stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static void begin(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Enregistrer").setExact(true))
                .waitFor();
        drawn(page);
    }

    private static void fill(Page page, String label, String text) {
        field(page, label).fill(text);
    }

    private static Locator field(Page page, String label) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
    }

    private static void find(Page page, String label, String option) {
        page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .fill(option);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    private static void day(Page page, String label, String day) {
        Locator field = page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .first();
        field.fill(day);
        field.press("Enter");
        field.press("Tab");
    }

    private static void moment(Page page, String label, String day, String hour) {
        Locator picker = page.locator("vaadin-dialog[opened] vaadin-date-time-picker")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        Locator date = picker.locator("vaadin-date-time-picker-date-picker input, vaadin-date-picker input")
                .first();
        date.fill(day);
        date.press("Enter");
        Locator time = picker.locator("vaadin-date-time-picker-time-picker input, vaadin-time-picker input")
                .first();
        time.fill(hour);
        time.press("Enter");
        time.press("Tab");
    }

    private static void save(Page page, String name) {
        page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Enregistrer").setExact(true))
                .click();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(page.locator("vaadin-notification-card").last()).containsText(name);
    }
}
