package fr.educentre.assidu.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SqlCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class DocumentsIT {

    private static final String SHEET = "/api/v1/documents/attendance-sheet?";
    private static final String REPORT = "/api/v1/reports/attendance?";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    @Autowired
    SheetReader sheets;

    @Autowired
    SqlCounter sql;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private DocumentsFixture centre;
    private UUID nguyen;
    private UUID muller;
    private UUID first;

    @BeforeEach
    void aGroupWithTwoLearners() {
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        centre = new DocumentsFixture(jdbc);
        nguyen = centre.learner("Thị", "Nguyễn");
        muller = centre.learner("Zoé", "Müller-Œuvrard");
        first = centre.session(LocalDate.of(2026, 11, 23));
        calls.account("documents-quality", Role.QUALITY_MANAGER, new UUID(3, 1));
    }

    @Test
    void a_session_sheet_says_who_was_there_by_what_proof_and_what_was_corrected() throws Exception {
        centre.verdict(first, nguyen, "ABSENT", 0, false, null, null);
        centre.verdict(first, nguyen, "LATE", 183, true, "Luc Đorđević", "train en retard");
        var sheet = get(SHEET + "session=" + first);

        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(Samples.text(Samples.written("feuille-it.pdf", sheet.body())))
                .contains(
                        "SIRET", "NDA", "Formateur", "Luc Đorđević", "Développeur web", "Intégrer une page", "Salle 2")
                .contains("09:00 – 12:30", "pause 10:30 – 10:45", "Indian/Reunion", "OPCO Atlas, dossier n° ATL-42")
                .contains(
                        "Thị Nguyễn", "Retard de 12 min", "Journal de connexion Zoom : première 09:00, dernière 12:30")
                .contains("Zoé Müller-Œuvrard", "Preuve manquante : émargement attendu", "inconnu")
                .contains("Rectifications", "train en retard", "Absent, 0 min", "Retard, 183 min")
                .contains("Non contresignée", "Page 1 / 1");
    }

    @Test
    void whoever_holds_a_code_reads_what_became_of_the_document() throws Exception {
        centre.verdict(first, nguyen, "PRESENT", 195, true, null, null);
        var one = issue(sheet(first));
        centre.close(first);
        var closed = issue(sheet(first, "séance close"));

        assertThat(text(get("/api/v1/documents/" + id(closed) + "/file")))
                .contains(
                        "Version 2",
                        "Remplace le n° " + number(one),
                        "Présences validées et séance close par Luc Đorđević");
        var code = json.readTree(one.body()).path("code").asString();
        var verified = anonymous("/verify/" + code.toLowerCase(java.util.Locale.ROOT), "application/json");
        assertThat(verified.body())
                .contains("\"state\":\"REPLACED\"", "\"valid\":false", number(closed), "HTML et CSS");
        var page = anonymous("/verify/" + code, "text/html");
        assertThat(page.body())
                .contains(
                        "ne tient plus",
                        number(one),
                        "<html",
                        "Heures constatées",
                        "Émis le",
                        "Ne tient plus depuis le")
                .doesNotContain("documents.sheet");
        var english = calls.send(HttpRequest.newBuilder(calls.uri("/verify/" + code))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .build())
                .body();
        assertThat(english)
                .contains("no longer stands", "Observed hours", "which is in French", "Attendance sheet", " at ")
                .contains("<td lang=\"fr\">HTML et CSS</td>")
                .doesNotContain("Heures constatées", "Émis le", " à ", "Feuille");
        assertThat(anonymous("/verify/" + code, "application/json").body()).contains("\"Heures constatées\":\"");
        assertThat(anonymous("/verify/AAAA", "text/html").statusCode()).isEqualTo(404);
        assertThat(anonymous("/verify/AAAA", "application/json").statusCode()).isEqualTo(404);
        post("/api/v1/documents/" + id(closed) + "/cancel", "{\"reason\":\"mauvaise séance\"}");
        var cancelled = json.readTree(closed.body()).path("code").asString();
        assertThat(anonymous("/verify/" + cancelled, "text/html").body()).contains("puis annulé");
        assertThat(anonymous("/verify/" + cancelled, "application/json").body())
                .contains("\"state\":\"CANCELLED\"", "\"valid\":false")
                .doesNotContain("mauvaise séance");
    }

    @Test
    void a_certificate_counts_credited_minutes_and_says_what_is_unknown() throws Exception {
        centre.verdict(first, nguyen, "PRESENT", 195, true, null, null);
        var second = centre.session(LocalDate.of(2026, 11, 24));
        var interim = get("/api/v1/documents/certificate?enrolment=" + centre.enrolments.getFirst());
        centre.verdict(second, nguyen, "ABSENT", 0, false, null, null);
        var whole = get("/api/v1/documents/certificate?enrolment=" + centre.enrolments.getFirst());

        assertThat(interim.statusCode()).isEqualTo(200);
        assertThat(Samples.text(interim.body()))
                .contains(
                        "Attestation intermédiaire", "3,25 heures réalisées", "dont les données de présence manquent");
        assertThat(Samples.text(Samples.written("certificat-it.pdf", whole.body())))
                .contains("3,25 heures réalisées", "du 23/11/2026 au 24/11/2026", "Thị Nguyễn")
                .doesNotContain("Attestation intermédiaire");
    }

    @Test
    void a_report_is_the_same_in_each_format_and_neutralises_formulas() throws Exception {
        var bad = centre.learner("=cmd|' /C calc'!A0", "@Formule");
        centre.verdict(first, bad, "LATE", 183, true, null, null);
        centre.verdict(first, nguyen, "PRESENT", 195, true, null, null);
        var csv = new String(get(REPORT + "format=csv&group=" + centre.group).body(), StandardCharsets.UTF_8);
        var xlsx = get(REPORT + "format=xlsx&funder=" + centre.funder + "&from=2026-11-23&to=2026-11-23");
        var pdf = get(REPORT + "format=pdf&learner=" + nguyen);

        var rows = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords();
        assertThat(rows).hasSize(6);
        assertThat(rows.getFirst().get("Nom")).isEqualTo("'@Formule");
        assertThat(rows.getFirst().get("Prénom")).startsWith("'=cmd");
        assertThat(rows.getFirst().get("Minutes constatées")).isEqualTo("183");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(3);
            assertThat(workbook.getSheetAt(1).getLastRowNum()).isEqualTo(3);
        }
        assertThat(Samples.text(pdf.body())).contains("Nguyễn Thị", "Présent", "Page 1 / 1");
        assertThat(new String(
                        get(REPORT + "format=csv&group=" + centre.group + "&from=2026-12-01")
                                .body(),
                        StandardCharsets.UTF_8))
                .hasLineCount(1);
    }

    @Test
    void a_report_with_a_name_that_cannot_be_printed_is_refused_before_its_first_byte() throws Exception {
        UUID unprintable = centre.learner("Zoé", "\u0924\u093E\u0930\u093E");
        centre.verdict(first, unprintable, "PRESENT", 195, true, null, null);

        var refused = get(REPORT + "format=pdf&group=" + centre.group);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("U+0924");
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("content-disposition")).isEmpty();
        assertThat(get(REPORT + "format=xlsx&group=" + centre.group).statusCode())
                .isEqualTo(200);
        assertThat(get(REPORT + "format=csv&group=" + centre.group).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusals_come_in_order() throws Exception {
        calls.account("documents-trainer-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("documents-learner-" + centre.code, Role.LEARNER, nguyen);
        var other = new DocumentsFixture(jdbc);
        other.learner("Ana", "Autre");
        var mine = "documents-trainer-" + centre.code;
        var learner = "documents-learner-" + centre.code;

        assertThat(status("documents-quality", REPORT + "format=doc")).isEqualTo(400);
        assertThat(status("documents-quality", REPORT + "format=doc&group=nope"))
                .isEqualTo(404);
        assertThat(status("documents-quality", REPORT + "from=2026-12-01&to=2026-11-01"))
                .isEqualTo(400);
        assertThat(status("documents-quality", REPORT + "from=hier")).isEqualTo(400);
        assertThat(status("documents-quality", REPORT + "funder=" + UUID.randomUUID()))
                .isEqualTo(404);
        assertThat(status(mine, REPORT + "format=doc&group=" + other.group)).isEqualTo(403);
        assertThat(status(mine, REPORT + "format=csv")).isEqualTo(200);
        assertThat(status(learner, REPORT + "format=csv")).isEqualTo(403);
        assertThat(status("documents-quality", SHEET)).isEqualTo(400);
        assertThat(status("documents-quality", SHEET + "session=x")).isEqualTo(404);
        assertThat(status("documents-quality", SHEET + "learner=" + nguyen + "&from=2020-01-01&to=2020-02-01"))
                .isEqualTo(422);
        assertThat(status(learner, SHEET + "session=" + first)).isEqualTo(403);
        assertThat(status(learner, SHEET + "learner=" + muller)).isEqualTo(403);
        assertThat(status(learner, SHEET + "learner=" + nguyen)).isEqualTo(200);
        assertThat(status(learner, "/api/v1/documents/certificate?enrolment=" + centre.enrolments.getFirst()))
                .isEqualTo(200);
        assertThat(status(learner, "/api/v1/documents/certificate?enrolment=" + centre.enrolments.getLast()))
                .isEqualTo(403);
        assertThat(status("documents-quality", "/api/v1/documents/certificate?enrolment=zz"))
                .isEqualTo(404);
        assertThat(status("documents-quality", "/api/v1/documents/" + UUID.randomUUID()))
                .isEqualTo(404);
        assertThat(status("documents-quality", "/api/v1/documents?state=OLD")).isEqualTo(400);
    }

    @Test
    void a_sheet_is_read_with_as_many_statements_for_forty_learners_as_for_two() throws Exception {
        int two = sql.statementsOf(() -> sheets.ofSession(first)).size();
        for (int i = 0; i < 38; i++) {
            centre.learner("Prénom " + i, "Nom " + i);
        }
        assertThat(sql.statementsOf(() -> sheets.ofSession(first))).hasSize(two);
        assertThat(two).isLessThanOrEqualTo(6);
    }

    private HttpResponse<String> issue(String body) {
        var answer = post("/api/v1/documents", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String sheet(UUID session, String... reason) {
        return "{\"kind\":\"ATTENDANCE_SHEET\",\"session\":\"" + session + "\""
                + (reason.length == 0 ? "" : ",\"replaceReason\":\"" + reason[0] + "\"") + "}";
    }

    private HttpResponse<String> post(String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization("documents-quality"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String id(HttpResponse<String> issued) {
        return json.readTree(issued.body()).path("id").asString();
    }

    private String number(HttpResponse<String> issued) {
        return json.readTree(issued.body()).path("number").asString();
    }

    private static String text(HttpResponse<byte[]> pdf) throws IOException {
        return Samples.text(pdf.body());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return get("documents-quality", path);
    }

    private HttpResponse<byte[]> get(String username, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(username))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private int status(String username, String path) throws IOException, InterruptedException {
        return get(username, path).statusCode();
    }

    private HttpResponse<String> anonymous(String path, String accept) {
        return calls.send(
                HttpRequest.newBuilder(calls.uri(path)).header("Accept", accept).build());
    }
}
