package fr.educentre.assidu.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report is dropped, someone is absent, justifies from a phone, and the trainer accepts. */
class JustifyAnAbsenceWalkIT extends BrowserTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-03-16T08:00:00Z");

    private static final Pattern LINK = Pattern.compile("http://assidu\\.test(/j/[^\\s\"<]+)");
    private static final Pattern HOURS = Pattern.compile("\\d+\\s*h(\\s*\\d{2})?\\b");

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    Calls calls;

    @Test
    void from_the_dropped_report_to_the_accepted_justification() throws Exception {
        background.leap(START.plus(Duration.ofMinutes(185)));
        var centre = new SmallCentre(sql, 3);
        UUID session = centre.session(START);
        sql.sql("update training_session set modality = 'VIDEO' where id = ?")
                .param(session)
                .update();
        String trainer = "t-" + centre.code;
        calls.account(trainer, Role.TRAINER, centre.trainer);

        Page desk = signedIn(trainer, calls.password(), 1280, 900);
        follow(desk, "/seances/" + session);
        desk.locator("vaadin-upload input[type=file]").setInputFiles(report(centre));
        Grids.shows(desk, "Apprenant2", "Absent (à justifier)");
        Grids.shows(desk, "Apprenant0", "Présent");
        assertThat(desk.locator("html")).hasAttribute("lang", "fr");
        screenshot(desk, "seance");

        follow(desk, "/groupes/" + centre.group);
        Grids.shows(desk, "Apprenant2", "1 à justifier");
        String hours = certifiedHours(trainer, centre.code);

        Matcher link =
                LINK.matcher(await().until(() -> Mails.texts(mail, centre.email(2), ""), mails -> !mails.isEmpty())
                        .getFirst());
        assertThat(link.find()).as("the mail carries a link").isTrue();

        Page phone = visitor(390, 844);
        phone.navigate(url(link.group(1)));
        assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Justifier une absence")))
                .isVisible();
        screenshot(phone, "lien-signe");
        phone.locator("vaadin-select").click();
        phone.locator("vaadin-select-item, vaadin-item")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("convocation", Pattern.CASE_INSENSITIVE)))
                .first()
                .click();
        phone.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "convocation.pdf",
                        "application/pdf",
                        "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(phone.getByText("Fichier joint : convocation.pdf")).isVisible();
        phone.getByText("Envoyer mon justificatif").click();
        assertThat(phone.getByText("Votre justificatif est envoyé")).isVisible();
        screenshot(phone, "lien-signe-envoye");

        desk = signedIn(trainer, calls.password(), 1280, 900);
        follow(desk, "/groupes/" + centre.group);
        Grids.shows(desk, "Apprenant2", "1 en examen");
        follow(desk, "/taches");
        desk.getByText("Décider du justificatif de Lou Apprenant2").first().click();
        desk.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Accepter"))
                .click();
        assertThat(desk.getByText("C’est noté.")).isVisible();
        screenshot(desk, "taches");

        follow(desk, "/groupes/" + centre.group);
        Grids.shows(desk, "Apprenant2", "1 justifiée");
        screenshot(desk, "tableau-de-bord");
        assertThat(certifiedHours(trainer, centre.code)).isEqualTo(hours);
    }

    /** The third learner never came. */
    private static FilePayload report(SmallCentre centre) {
        String content = """
                Topic,ID,Host,Duration (minutes),Start time,End time,Participants
                Atelier,86431910364,Tom (t@essai.example),180,"16/03/2027 08:55:00","16/03/2027 12:01:00",2

                Name (original name),Email,Join time,Leave time,Duration (minutes),Guest
                Lou Apprenant0,%s,"16/03/2027 08:58:00","16/03/2027 12:00:00",182,No
                Lou Apprenant1,%s,"16/03/2027 09:01:00","16/03/2027 12:01:00",180,No
                """.formatted(centre.email(0), centre.email(1));
        return new FilePayload("releve-zoom.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private String certifiedHours(String account, String code) throws IOException, InterruptedException {
        UUID enrolment = sql.sql("select id from enrolment where number = ?")
                .param("I-" + code + "2")
                .query(UUID.class)
                .single();
        HttpResponse<byte[]> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(
                    HttpRequest.newBuilder(calls.uri("/api/v1/documents/certificate?enrolment=" + enrolment))
                            .header("Authorization", calls.authorization(account))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.body())) {
            return HOURS.matcher(new PDFTextStripper().getText(document))
                    .results()
                    .map(found -> found.group().replaceAll("\\s", ""))
                    .toList()
                    .toString();
        }
    }
}
