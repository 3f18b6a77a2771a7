package fr.educentre.assidu.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.FundedMinutes;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading issues nothing; issuing, replacing and cancelling are acts, by those who may. */
@AssiduIT
class DocumentActsIT {

    private static final String QUALITY = "acts-quality";
    private static final String DOCUMENTS = "/api/v1/documents";

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    @Autowired
    FundedMinutes funded;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private DocumentsFixture centre;
    private UUID nguyen;
    private UUID muller;
    private UUID enrolment;
    private UUID first;

    @BeforeEach
    void a_group_with_two_learners() {
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        centre = new DocumentsFixture(jdbc);
        nguyen = centre.learner("Thị", "Nguyễn");
        muller = centre.learner("Zoé", "Müller-Œuvrard");
        enrolment = centre.enrolments.getFirst();
        first = centre.session(LocalDate.of(2026, 11, 23));
        centre.verdict(first, nguyen, "LATE", 183, true, null, null);
        calls.account(QUALITY, Role.QUALITY_MANAGER, new UUID(3, 2));
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("l-" + centre.code, Role.LEARNER, nguyen);
        calls.account("acts-referent", Role.REFERENT, new UUID(3, 3));
        calls.account("acts-auditor", Role.AUDITOR, new UUID(3, 4));
        calls.account("acts-admin", Role.ADMIN, new UUID(3, 5));
    }

    @Test
    void reading_issues_nothing_and_writes_nothing() throws Exception {
        long documents = count("issued_document");
        long entries = count("journal_entry");
        for (String path : List.of(
                "/attendance-sheet?session=" + first,
                "/attendance-sheet?learner=" + nguyen,
                "/attendance-sheet?learner=" + nguyen + "&from=2026-11-01&to=2026-11-30",
                "/certificate?enrolment=" + enrolment,
                "/certificate?enrolment=" + enrolment + "&from=2026-11-01&to=2026-11-30")) {
            var answer = get(QUALITY, DOCUMENTS + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("x-document-state")).hasValue("DRAFT");
            assertThat(answer.headers().firstValue("x-document-number")).isEmpty();
            assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                    .contains("projet-");
            assertThat(Samples.text(answer.body()))
                    .contains("PROJET", "document non émis")
                    .doesNotContain("/verify/", "N° ");
        }
        assertThat(count("issued_document")).isEqualTo(documents);
        assertThat(count("journal_entry")).isEqualTo(entries);
    }

    @Test
    void what_is_issued_is_read_until_it_is_replaced_and_a_draft_may_be_asked_for_beside_it() throws Exception {
        var issued = issue(sheet(first, null));
        var read = get(QUALITY, DOCUMENTS + "/attendance-sheet?session=" + first);

        assertThat(read.headers().firstValue("x-document-state")).hasValue("VALID");
        assertThat(read.headers().firstValue("x-document-number"))
                .hasValue(issued.path("number").asString());
        assertThat(sha256(read.body())).isEqualTo(issued.path("sha256").asString());
        assertThat(get(QUALITY, DOCUMENTS + "/" + issued.path("id").asString() + "/file")
                        .body())
                .isEqualTo(read.body());
        centre.verdict(first, muller, "PRESENT", 195, true, null, null);
        assertThat(get(QUALITY, DOCUMENTS + "/attendance-sheet?session=" + first)
                        .body())
                .as("in force though facts have changed")
                .isEqualTo(read.body());
        var draft = get(QUALITY, DOCUMENTS + "/attendance-sheet?draft=true&session=" + first);
        assertThat(draft.headers().firstValue("x-document-state")).hasValue("DRAFT");
        assertThat(Samples.text(draft.body())).contains("PROJET", "2 présents sur 2");
    }

    @Test
    void the_same_lines_and_words_are_the_same_document_whatever_the_period_was_asked_as() {
        var one = post(QUALITY, DOCUMENTS, learnerSheet(null, null));
        var again = post(QUALITY, DOCUMENTS, learnerSheet("2026-11-01", "2026-11-30"));
        var spelt = post(QUALITY, DOCUMENTS, learnerSheet("2026-11-23", "2026-11-23"));

        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(one.headers().firstValue("location").orElseThrow())
                .endsWith(json(one).path("id").asString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(spelt.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(json(one));
        assertThat(json(spelt)).isEqualTo(json(one));
    }

    @Test
    void what_shares_a_line_replaces_with_a_reason_or_is_refused() throws Exception {
        var one = issue(learnerSheet(null, null));
        UUID second = centre.session(LocalDate.of(2026, 11, 24));
        centre.verdict(second, nguyen, "PRESENT", 195, true, null, null);

        var refused = post(QUALITY, DOCUMENTS, learnerSheet(null, null));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(one.path("number").asString());
        var replacing = issue(learnerSheet(null, null).replace("}", ",\"replaceReason\":\"une séance de plus\"}"));
        assertThat(replacing.path("lines")).hasSize(2);
        var former = json(getText(DOCUMENTS + "/" + one.path("id").asString()));
        assertThat(former.path("state").asString()).isEqualTo("REPLACED");
        assertThat(former.path("endedReason").asString()).isEqualTo("une séance de plus");
        assertThat(former.path("replacedBy").asString())
                .isEqualTo(replacing.path("number").asString());
        assertThat(issue(learnerSheet("2026-11-24", "2026-11-24").replace("}", ",\"replaceReason\":\"seule\"}"))
                        .path("lines"))
                .as("shares a line with the one of both days")
                .hasSize(1);
    }

    @Test
    void the_lines_add_up_to_the_totals_and_to_what_is_printed() throws Exception {
        centre.verdict(first, muller, "PRESENT", 195, true, null, null);
        centre.credited(first, nguyen, 90);
        var issued = issue(sheet(first, null));

        assertThat(issued.at("/totals/observedMinutes").asInt()).isEqualTo(378);
        assertThat(issued.at("/totals/creditedMinutes").asInt()).isEqualTo(285);
        assertThat(sum(issued, "observedMinutes")).isEqualTo(378);
        assertThat(sum(issued, "creditedMinutes")).isEqualTo(285);
        assertThat(Samples.text(get(QUALITY, DOCUMENTS + "/attendance-sheet?session=" + first)
                        .body()))
                .contains("constatées", "retenues", "Total", "378 285");
    }

    @Test
    void a_certificate_says_what_its_lines_add_up_to() {
        centre.credited(first, nguyen, 90);
        var issued = issue(certificate(enrolment));

        assertThat(issued.at("/totals/creditedMinutes").asInt()).isEqualTo(90);
        assertThat(issued.at("/lines/0/session").asString()).isEqualTo(first.toString());
        assertThat(issued.at("/lines/0/day").asString()).isEqualTo("2026-11-23");
        assertThat(post(QUALITY, DOCUMENTS, certificate(centre.enrolments.getLast()))
                        .statusCode())
                .as("nothing to certify")
                .isEqualTo(409);
    }

    @Test
    void the_certificates_of_the_fundings_add_up_to_that_of_the_enrolment() throws Exception {
        UUID own = jdbc.sql("select id from funding where enrolment_id = ?")
                .param(enrolment)
                .query(UUID.class)
                .single();
        jdbc.sql("update funding set agreed_minutes = 240 where id = ?")
                .param(own)
                .update();
        UUID second = centre.funding(enrolment, 2, 24_000);
        UUID next = centre.session(LocalDate.of(2026, 11, 24));
        centre.verdict(next, nguyen, "PRESENT", 195, true, null, null);

        var whole = issue(certificate(enrolment));
        var one = issue(certificate(enrolment, own));
        var other = issue(certificate(enrolment, second));

        assertThat(whole.at("/totals/creditedMinutes").asInt()).isEqualTo(378);
        assertThat(one.at("/totals/creditedMinutes").asInt()).isEqualTo(240);
        assertThat(other.at("/totals/creditedMinutes").asInt()).isEqualTo(138);
        assertThat(one.at("/lines/0/funding").asString()).isEqualTo(own.toString());
        assertThat(funded.ofLearner(nguyen))
                .as("as the learner's page shows them")
                .containsOnly(java.util.Map.entry(own, 240), java.util.Map.entry(second, 138));
        assertThat(Samples.text(get(QUALITY, DOCUMENTS + "/certificate?enrolment=" + enrolment + "&funding=" + own)
                        .body()))
                .contains("4,00 heures réalisées", "dossier n° ATL-42")
                .doesNotContain("DOS-2");
        assertThat(get(QUALITY, DOCUMENTS + "/certificate?enrolment=" + enrolment + "&funding=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_certificate_of_a_month_holds_the_hours_of_its_days_beside_that_of_the_whole() throws Exception {
        UUID december = centre.session(LocalDate.of(2026, 12, 1));
        centre.verdict(december, nguyen, "PRESENT", 195, true, null, null);
        String month = certificate(enrolment).replace("}", ",\"from\":\"2026-11-01\",\"to\":\"2026-11-30\"}");

        assertThat(issue(month).at("/totals/creditedMinutes").asInt()).isEqualTo(183);
        assertThat(issue(certificate(enrolment)).at("/totals/creditedMinutes").asInt())
                .isEqualTo(378);
        assertThat(Samples.text(
                        get(QUALITY, DOCUMENTS + "/certificate?from=2026-11-01&to=2026-11-30&enrolment=" + enrolment)
                                .body()))
                .contains("3,05 heures réalisées");
    }

    @Test
    void a_document_is_cancelled_once_with_a_reason_and_another_may_be_issued() throws Exception {
        var issued = issue(sheet(first, null));
        String cancel = DOCUMENTS + "/" + issued.path("id").asString() + "/cancel";

        assertThat(post(QUALITY, cancel, "{\"reason\":\"  \"}").statusCode()).isEqualTo(422);
        var cancelled = post(QUALITY, cancel, "{\"reason\":\"mauvaise séance\"}");
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(json(cancelled).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(json(cancelled).path("endedReason").asString()).isEqualTo("mauvaise séance");
        assertThat(post(QUALITY, cancel, "{\"reason\":\"encore\"}").statusCode())
                .isEqualTo(409);
        assertThat(get(QUALITY, DOCUMENTS + "/attendance-sheet?session=" + first)
                        .headers()
                        .firstValue("x-document-state"))
                .hasValue("DRAFT");
        assertThat(issue(sheet(first, null)).path("number").asString())
                .isNotEqualTo(issued.path("number").asString());
        assertThat(jdbc.sql("select count(*) from journal_entry where action = 'document.cancelled' and subject_id = ?")
                        .param(issued.path("id").asString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_quality_manager_issues_all_a_trainer_the_sheets_of_their_own_sessions_and_nobody_else_any() {
        var other = new DocumentsFixture(jdbc);
        other.learner("Ana", "Autre");
        UUID theirs = other.session(LocalDate.of(2026, 11, 23));
        String trainer = "t-" + centre.code;

        for (String nobody : List.of("acts-admin", "acts-referent", "acts-auditor", "l-" + centre.code)) {
            assertThat(post(nobody, DOCUMENTS, sheet(first, null)).statusCode())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(post(trainer, DOCUMENTS, certificate(enrolment)).statusCode())
                .isEqualTo(403);
        assertThat(post(trainer, DOCUMENTS, learnerSheet(null, null)).statusCode())
                .isEqualTo(403);
        assertThat(post(trainer, DOCUMENTS, sheet(theirs, null)).statusCode()).isEqualTo(403);
        assertThat(post(trainer, DOCUMENTS, sheet(UUID.randomUUID(), null)).statusCode())
                .isEqualTo(404);
        var own = post(trainer, DOCUMENTS, sheet(first, null));
        assertThat(own.statusCode()).isEqualTo(201);
        String certificate = issue(certificate(enrolment)).path("id").asString();
        assertThat(post(trainer, DOCUMENTS + "/" + certificate + "/cancel", "{\"reason\":\"non\"}")
                        .statusCode())
                .isEqualTo(403);
        String id = json(own).path("id").asString();
        for (String nobody : List.of("acts-admin", "acts-referent", "acts-auditor", "l-" + centre.code)) {
            assertThat(post(nobody, DOCUMENTS + "/" + id + "/cancel", "{\"reason\":\"non\"}")
                            .statusCode())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(post(trainer, DOCUMENTS + "/" + id + "/cancel", "{\"reason\":\"erreur\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_cannot_be_issued_says_why() throws Exception {
        assertThat(post(QUALITY, DOCUMENTS, "{}").statusCode()).isEqualTo(422);
        assertThat(post(QUALITY, DOCUMENTS, "{\"kind\":\"DIPLOMA\"}").statusCode())
                .isEqualTo(400);
        assertThat(post(QUALITY, DOCUMENTS, "{\"kind\":\"CERTIFICATE\"}").body())
                .contains("\"field\":\"enrolment\"");
        assertThat(post(QUALITY, DOCUMENTS, "{\"kind\":\"CERTIFICATE\",\"enrolment\":\"zz\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(QUALITY, DOCUMENTS, learnerSheet("2026-11-30", "2026-11-01"))
                        .body())
                .contains("\"field\":\"to\"");
        UUID toCome = centre.session(LocalDate.of(2026, 12, 3));
        assertThat(post(QUALITY, DOCUMENTS, sheet(toCome, null)).statusCode()).isEqualTo(409);
        centre.cancel(toCome);
        var cancelled = get(QUALITY, DOCUMENTS + "/attendance-sheet?session=" + toCome);
        assertThat(cancelled.statusCode()).isEqualTo(409);
        assertThat(new String(cancelled.body(), StandardCharsets.UTF_8)).contains("formateur souffrant");
    }

    @Test
    void what_was_issued_is_listed_by_kind_group_learner_and_state() {
        var sheet = issue(sheet(first, null));
        var certificate = issue(certificate(enrolment));
        post(QUALITY, DOCUMENTS + "/" + sheet.path("id").asString() + "/cancel", "{\"reason\":\"erreur\"}");

        assertThat(listed("group=" + centre.group)).containsExactly(number(certificate), number(sheet));
        assertThat(listed("kind=CERTIFICATE&group=" + centre.group)).containsExactly(number(certificate));
        assertThat(listed("state=CANCELLED&group=" + centre.group)).containsExactly(number(sheet));
        assertThat(listed("state=VALID&learner=" + nguyen)).containsExactly(number(certificate));
        assertThat(listed("state=VALID&learner=" + muller)).isEmpty();
    }

    @Test
    void one_issued_by_reading_stays_as_it_is_and_is_the_one_in_force() throws Exception {
        var issued = issue(certificate(enrolment));
        jdbc.sql("update issued_document set issued_by_reading = true where id = ?")
                .param(UUID.fromString(issued.path("id").asString()))
                .update();
        jdbc.sql("delete from issued_line where document_id = ?")
                .param(UUID.fromString(issued.path("id").asString()))
                .update();

        var read = get(QUALITY, DOCUMENTS + "/certificate?enrolment=" + enrolment);
        assertThat(sha256(read.body())).isEqualTo(issued.path("sha256").asString());
        var before = json(getText(DOCUMENTS + "/" + issued.path("id").asString()));
        assertThat(before.path("lines")).isEmpty();
        assertThat(before.path("totals").isNull()).isTrue();
        centre.verdict(first, nguyen, "PRESENT", 195, true, null, null);
        assertThat(post(QUALITY, DOCUMENTS, certificate(enrolment)).statusCode())
                .as("it has no lines to tell apart: it is replaced with a reason")
                .isEqualTo(409);
    }

    private List<String> listed(String query) {
        var numbers = new ArrayList<String>();
        json(getText(DOCUMENTS + "?" + query))
                .path("items")
                .forEach(one -> numbers.add(one.path("number").asString()));
        return numbers;
    }

    private static String number(JsonNode issued) {
        return issued.path("number").asString();
    }

    private static int sum(JsonNode issued, String minutes) {
        return StreamSupport.stream(issued.path("lines").spliterator(), false)
                .mapToInt(line -> line.path(minutes).asInt())
                .sum();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private JsonNode issue(String body) {
        var answer = post(QUALITY, DOCUMENTS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String sheet(UUID session, @org.jspecify.annotations.Nullable String reason) {
        return "{\"kind\":\"ATTENDANCE_SHEET\",\"session\":\"" + session + "\""
                + (reason == null ? "" : ",\"replaceReason\":\"" + reason + "\"") + "}";
    }

    private String learnerSheet(
            @org.jspecify.annotations.Nullable String from, @org.jspecify.annotations.Nullable String to) {
        return "{\"kind\":\"ATTENDANCE_SHEET\",\"learner\":\"" + nguyen + "\""
                + (from == null ? "" : ",\"from\":\"" + from + "\"") + (to == null ? "" : ",\"to\":\"" + to + "\"")
                + "}";
    }

    private static String certificate(UUID enrolment) {
        return "{\"kind\":\"CERTIFICATE\",\"enrolment\":\"" + enrolment + "\"}";
    }

    private static String certificate(UUID enrolment, UUID funding) {
        return certificate(enrolment).replace("}", ",\"funding\":\"" + funding + "\"}");
    }

    private JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String username, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(username))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> getText(String path) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(QUALITY))
                .build());
    }

    private HttpResponse<byte[]> get(String username, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(calls.uri(path))
                        .header("Authorization", calls.authorization(username))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
