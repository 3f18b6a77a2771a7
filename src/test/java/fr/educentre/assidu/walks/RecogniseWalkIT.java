package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.RecordedTraces;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unknown participants are recognised once, undone, and their alias withdrawn; a session says where its sources disagree. */
class RecogniseWalkIT extends BrowserTest {

    private static final Instant MONDAY = Instant.parse("2027-09-06T07:00:00Z");
    private static final String ON_A_LINE = "() => { const grid = document.activeElement;"
            + " return grid.localName === 'vaadin-grid'"
            + " && !!grid.shadowRoot.activeElement?.closest('tbody#items'); }";

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @Autowired
    Evidences evidences;

    @Autowired
    Attendance attendance;

    @Autowired
    Calls calls;

    private SmallCentre centre;
    private RecordedTraces traces;
    private String trainer;
    private UUID monday;
    private UUID tuesday;

    @BeforeEach
    void two_finished_video_sessions() {
        clock.set(MONDAY.plus(Duration.ofDays(1)).plus(Duration.ofHours(6)));
        centre = new SmallCentre(sql, 4);
        traces = new RecordedTraces(evidences, centre);
        name(0, "Élodie", "Lefèvre");
        name(1, "Karim", "Benali");
        name(2, "Lucie", "Mercier");
        name(3, "Zoé", "Faure");
        trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);
        monday = video(MONDAY);
        tuesday = video(MONDAY.plus(Duration.ofDays(1)));
    }

    @Test
    void one_click_recognises_everywhere_and_can_be_taken_back() {
        for (UUID session : List.of(monday, tuesday)) {
            unknown(session, "acc-" + centre.code, "lefevre elodie (Guest)", "acc-" + centre.code);
            unknown(session, "k. benali", "K. Benali", null);
        }
        unknown(monday, "ipad", "iPad", null);
        Page page = signedIn(trainer, calls.password(), 1280, 900);
        follow(page, "/identites");
        assertThat(page.locator(".assidu-nav .assidu-menu-badge")).hasText("4");
        assertThat(lines(page)).hasCount(4);
        screenshot(page, "identites");
        grave(page);

        click(page, "lefevre elodie (Guest) est Élodie Lefèvre");
        assertThat(lines(page)).hasCount(3);
        assertThat(page.locator(".assidu-nav .assidu-menu-badge")).hasText("3");
        screenshot(page, "identites-confirme");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Annuler").setExact(true))
                .click();
        assertThat(lines(page)).hasCount(4);
        click(page, "lefevre elodie (Guest) est Élodie Lefèvre");
        assertThat(lines(page)).hasCount(3);
        assertThat(evidences.ofSession(tuesday))
                .filteredOn(trace -> trace.person().key().equals("acc-" + centre.code))
                .singleElement()
                .satisfies(trace -> assertThat(trace.match().learnerId()).isEqualTo(centre.learners.getFirst()));

        click(page, "Choisir une autre personne pour iPad");
        Locator who = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Apprenant attendu"));
        who.fill("Zoé");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Zoé Faure"))
                .click();
        click(page, "C’est cette personne");
        assertThat(lines(page)).hasCount(2);

        page.navigate(url("/identites?onglet=alias"));
        assertThat(lines(page)).hasCount(2);
        screenshot(page, "alias");
        grave(page);
        click(page, "Retirer l’alias de lefevre elodie (Guest)");
        click(page, "Retirer l’alias");
        assertThat(lines(page)).hasCount(1);
        assertThat(evidences.openProposals(tuesday))
                .extracting(Evidences.Proposal::personKey)
                .contains("acc-" + centre.code);

        page.setViewportSize(390, 844);
        page.navigate(url("/identites"));
        assertThat(lines(page)).hasCount(3);
        screenshot(page, "identites-390");
        grave(page);
        page.navigate(url("/identites?onglet=alias"));
        assertThat(lines(page)).hasCount(1);
        screenshot(page, "alias-390");
    }

    @Test
    void a_line_is_decided_by_keyboard() {
        unknown(monday, "acc-" + centre.code, "lefevre elodie", "acc-" + centre.code);
        Page page = signedIn(trainer, calls.password(), 1280, 900);
        follow(page, "/identites");
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("lefevre elodie est Élodie Lefèvre"));
        button.waitFor();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Nom, adresse ou séance"))
                .focus();
        for (int step = 0; step < 10 && !(boolean) page.evaluate(ON_A_LINE); step++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(button).isFocused();
        page.keyboard().press("Space");
        assertThat(lines(page)).hasCount(0);
        assertThat(evidences.ofSession(monday).getFirst().match().learnerId()).isEqualTo(centre.learners.getFirst());
    }

    @Test
    void a_session_says_who_was_there_when_and_where_its_sources_disagree() {
        zoom(monday, 0, -3, 182);
        zoom(monday, 1, 2, 40);
        zoom(monday, 1, 55, 178);
        zoom(monday, 2, 20, 90);
        sign(monday, 0, 4);
        sign(monday, 2, 22);
        sign(monday, 3, 5);
        unknown(monday, "acc-" + centre.code, "iPhone du salon", "acc-" + centre.code);
        attendance.sourceComplete(monday);
        Page page = signedIn(trainer, calls.password(), 1280, 900);
        follow(page, "/seances/" + monday);
        Locator timeline = page.locator(".assidu-timeline-learner");
        assertThat(timeline).hasCount(4);
        assertThat(
                        page.getByText(
                                "A signé, jamais connecté : signature à 09:05 ; Zoom : aucune connexion reconnue, un participant à reconnaître"))
                .isVisible();
        assertThat(page.getByText("Connecté, n’a pas signé : Zoom 09:02–09:40, 09:55–10:30, 10:45–11:58"))
                .isVisible();
        assertThat(page.locator(".assidu-threshold-label").first()).containsText("seuil");
        full(page, "seance-chronologie");
        grave(page);
        page.setViewportSize(390, 844);
        full(page, "seance-chronologie-390");

        page.setViewportSize(1280, 900);
        zoom(tuesday, 0, 0, 60);
        follow(page, "/seances/" + tuesday);
        assertThat(page.locator(".assidu-awaiting")).containsText("Le relevé Zoom de la réunion 864");
        assertThat(page.locator(".assidu-awaiting")).containsText("Zoom (une trace, jusqu’à 10:00)");
        full(page, "seance-en-attente");
        grave(page);
    }

    /** A grid keeps the content of rows that it does not show any more. */
    private static Locator lines(Page page) {
        return page.locator(".assidu-identity:visible");
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void full(Page page, String name) {
        screenshot(page, name);
        screenshot(page.locator(".assidu-timeline"), name + "-barres");
    }

    private static void grave(Page page) {
        assertThat(Axe.graveFaults(page)).isEmpty();
    }

    private void name(int learner, String first, String last) {
        sql.sql("update learner set first_name = ?, last_name = ? where id = ?")
                .params(first, last, centre.learners.get(learner))
                .update();
    }

    /** Three hours with a quarter of an hour's break after an hour and a half. */
    private UUID video(Instant start) {
        UUID id = centre.session(start);
        sql.sql("update training_session set modality = 'VIDEO', taught_minutes = 165, meeting_provider = 'ZOOM',"
                        + " meeting_id = ? where id = ?")
                .params("864" + start.getEpochSecond(), id)
                .update();
        sql.sql("insert into session_break values (?, 0, ?, ?)")
                .params(
                        id,
                        start.plus(Duration.ofMinutes(90)).atOffset(ZoneOffset.UTC),
                        start.plus(Duration.ofMinutes(105)).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private Instant start(UUID session) {
        return session.equals(monday) ? MONDAY : MONDAY.plus(Duration.ofDays(1));
    }

    private void zoom(UUID session, int learner, int from, int to) {
        traces.connected(session, learner, minute(session, from), minute(session, to));
    }

    private void sign(UUID session, int learner, int after) {
        traces.signed(session, learner, minute(session, after));
    }

    private void unknown(UUID session, String key, String shown, @Nullable String issuedId) {
        traces.unknown(session, minute(session, 5), minute(session, 165), key, shown, issuedId);
    }

    private Instant minute(UUID session, int after) {
        return start(session).plus(Duration.ofMinutes(after));
    }
}
