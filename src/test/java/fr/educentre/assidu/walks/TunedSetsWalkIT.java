package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quality manager sets a threshold apart in the editor of all rules, sees a repetition, publishes; a certificate waits for proof. */
class TunedSetsWalkIT extends BrowserTest {

    private static final String QUALITY = "tuned-sets";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    @Autowired
    JdbcClient sql;

    @Autowired
    Evidences evidences;

    @Autowired
    Attendance attendance;

    private final UUID person = SmallCentre.id();
    private RuleView usual;

    @AfterEach
    void as_before() {
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        if (!published(usual.ruleSet()).shown().orElseThrow().text().equals(usual.text())) {
            book.publish(usual.id(), usual.shown().orElseThrow().version(), "Fin de l'essai");
        }
    }

    @Test
    void a_setting_is_added_corrected_and_published() {
        calls.account(QUALITY, Role.QUALITY_MANAGER, person);
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        usual = published("presence");
        Page page = signedIn(QUALITY, calls.password(), 1280, 1000);
        follow(page, "/regles/" + usual.id());
        add(page, "de la durée enseignée", "…, présent à partir de");
        assertThat(button(page, "Retirer : en présentiel, présent à partir de")).isVisible();
        add(page, "de la durée enseignée", "…, présent à partir de");
        assertThat(page.getByText("Ce réglage est déjà donné ligne")).isVisible();
        screenshot(page, "reglage-contredit");
        button(page, "Retirer : en présentiel, présent à partir de").click();
        assertThat(page.getByText("La règle est valide.")).isVisible();
        Locator percent = page.getByLabel("%, de 1 à 100").last();
        percent.fill("70");
        percent.blur();
        button(page, "Publier…").click();
        Locator dialog = page.locator("vaadin-dialog[opened]").last();
        assertThat(dialog.getByText("en présentiel, présent à partir de 70 % de la durée enseignée")
                        .first())
                .isVisible();
        screenshot(page, "reglage-publie");
        dialog.getByLabel("Pourquoi").fill("Essai");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Publier").setExact(true))
                .click();
        assertThat(page.getByText("Version publiée : elle est en vigueur.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(
                        published("presence").shown().orElseThrow().text())
                .isEqualTo(usual.text() + "\nen présentiel, présent à partir de 70 % de la durée enseignée");
    }

    @Test
    void a_certificate_that_is_held_back_says_why_on_the_page() {
        calls.account(QUALITY, Role.QUALITY_MANAGER, person);
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        usual = published("completion");
        var centre = new SmallCentre(sql, 1);
        UUID session = centre.session(START);
        evidences.record(List.of(signature(session, centre.learners.getFirst())));
        attendance.sourceComplete(session);
        var draft = book.draft(
                usual.id(),
                RuleBook.Draft.of(usual.text()
                        .replaceAll("(heures sans preuve suffisante : ).*", "$1certificat retenu jusqu'à la preuve")));
        book.publish(usual.id(), draft.versions().getLast().version(), "Essai");

        Page page = signedIn(QUALITY, calls.password(), 1280, 1000);
        follow(page, "/apprenants/" + centre.learners.getFirst());
        page.getByText("Certificat de réalisation (PDF)").click();
        assertThat(page.getByText(
                        "Certificat retenu : 1 séance(s), 3,00 h, n’ont pas de preuve suffisante (02/03/2026)."))
                .isVisible();
        screenshot(page, "certificat-retenu");
    }

    /** Nobody countersigned. */
    private static NewTrace signature(UUID session, UUID learner) {
        return new NewTrace(
                EvidenceSource.SIGNATURE,
                Channel.API,
                TraceKind.SIGNATURE,
                UUID.randomUUID().toString(),
                START.plusSeconds(60),
                session,
                null,
                null,
                learner.toString(),
                "Nom",
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                learner,
                MatchMethod.ISSUED_ID);
    }

    private RuleView published(String ruleSet) {
        return book.all().stream()
                .filter(rule -> rule.ruleSet().equals(ruleSet))
                .findFirst()
                .orElseThrow();
    }

    private static void add(Page page, String typed, String sentence) {
        Locator choice = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Ajouter un réglage"));
        choice.fill(typed);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + sentence)))
                .first()
                .click();
    }

    private static Locator button(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .first();
    }
}
