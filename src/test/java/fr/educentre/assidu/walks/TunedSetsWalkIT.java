package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By rules that say so, a certificate waits for proof; the page on which it is asked for says why. */
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
        if (!completion().shown().orElseThrow().text().equals(usual.text())) {
            book.publish(usual.id(), usual.shown().orElseThrow().version(), "Fin de l'essai");
        }
    }

    @Test
    void a_certificate_that_is_held_back_says_why_on_the_page() {
        calls.account(QUALITY, Role.QUALITY_MANAGER, person);
        calls.actAs(QUALITY, Role.QUALITY_MANAGER, person);
        usual = completion();
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
        assertThat(page.getByText("Certificat retenu : preuve insuffisante pour 1 séance, 3,00 h (02/03/2026)."))
                .isVisible();
        screenshot(page, "certificat-retenu");
    }

    /** Nobody countersigned. */
    private static NewTrace signature(UUID session, UUID learner) {
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.SIGNATURE, Channel.API, UUID.randomUUID().toString(), null),
                TraceKind.SIGNATURE,
                new TraceTime(START.plusSeconds(60), null, null),
                new NewTrace.Person(learner.toString(), "Nom", null, null),
                new NewTrace.Subject(session, null, null, null),
                Map.of(),
                new TraceMatch(learner, MatchMethod.ISSUED_ID));
    }

    private RuleView completion() {
        return book.all().stream()
                .filter(rule -> rule.ruleSet().equals("completion"))
                .findFirst()
                .orElseThrow();
    }
}
