package fr.educentre.assidu.sources.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class PartnerFilesIT {

    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    private SmallCentre centre;
    private UUID morning;
    private UUID afternoon;
    private String partner;
    private String headings;

    @BeforeEach
    void two_sessions_of_a_day() {
        centre = new SmallCentre(sql, 2);
        morning = centre.session(START);
        afternoon = centre.session(START.plus(Duration.ofHours(5)));
        partner = "f" + centre.code;
        headings = "Jour " + centre.code + ";Quand;Qui;Était là ?;Vu à";
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        calls.account("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
    }

    private String file() {
        return """
                %1$s
                20261105;Matin;L-%2$s0;Vu;09h05
                20261105;Matin;L-%2$s1;Pas vu;
                20261105;Après-midi;L-%2$s0;En attente;
                05/11/2026;Après-midi;L-%2$s1;Vu;14h05
                """.formatted(headings, centre.code);
    }

    private Map<String, Object> mapping() {
        return Map.of(
                "headings", List.of(headings.split(";")),
                "columns",
                        Map.of(
                                "session_date", "Jour " + centre.code,
                                "half_day", "Quand",
                                "learner_external_id", "Qui",
                                "status", "Était là ?",
                                "signed_at", "Vu à"),
                "dateFormat", "yyyyMMdd",
                "timeFormat", "HH'h'mm",
                "statusWords", Map.of("Vu", "PRESENT", "Pas vu", "ABSENT", "En attente", "NOTHING"));
    }

    @Test
    void headings_explained_once_are_understood_from_then_on() {
        HttpResponse<String> before = take("qm-", file().getBytes(StandardCharsets.UTF_8), Map.of("partner", partner));
        assertThat(before.statusCode()).isEqualTo(422);
        assertThat(json.readTree(before.body()).path("detail").asString()).contains("Était là ?");
        assertThat(put("qm-", mapping()).statusCode()).isEqualTo(200);
        JsonNode saved = json.readTree(get("qm-").body());
        assertThat(saved.path("items").get(0).path("savedBy").asString()).isEqualTo("qm-" + centre.code);
        assertThat(saved.path("items").get(0).path("mapping").path("dateFormat").asString())
                .isEqualTo("yyyyMMdd");

        JsonNode trial = report(take("qm-", bytes(file()), Map.of("partner", partner, "dryRun", "true")));
        assertThat(trial.path("recorded").asInt()).isEqualTo(2);
        assertThat(traces(morning)).isZero();
        JsonNode taken = report(take("qm-", bytes(file()), Map.of("partner", partner)));
        assertThat(taken.path("recorded").asInt()).isEqualTo(2);
        assertThat(taken.path("sessions").get(0).path("complete").asBoolean()).isTrue();
        assertThat(taken.path("matched").findValuesAsString("by")).containsExactly("ISSUED_ID", "ISSUED_ID");
        assertThat(taken.path("problems").findValuesAsString("field")).containsExactly("status", "session_date");
        assertThat(taken.path("problems").findValuesAsString("row")).containsExactly("4", "5");
        assertThat(statuses(morning)).containsExactly("PRESENT", "ABSENT");
        assertThat(statuses(afternoon)).containsOnly("AWAITING_DATA");

        JsonNode again = report(take("qm-", bytes(file()), Map.of("partner", partner)));
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(again.path("alreadyKnown").asInt()).isEqualTo(2);
        assertThat(again.path("problems")).isEqualTo(taken.path("problems"));
    }

    @Test
    void a_file_dropped_on_a_session_is_read_with_the_partners_mapping() {
        put("qm-", mapping());
        HttpResponse<String> answer =
                multipart("t-", "/api/v1/sessions/" + morning + "/evidence-files", "f.csv", bytes(file()), Map.of());
        JsonNode report = report(answer);
        assertThat(report.path("format").asString()).isEqualTo("sign-in");
        assertThat(report.path("recorded").asInt()).isEqualTo(2);
        assertThat(statuses(morning)).containsExactly("PRESENT", "ABSENT");
    }

    @Test
    void the_same_file_read_by_another_mapping_replaces_its_first_reading() {
        String columns = "Qui " + centre.code + ";De;À;Puis de;Puis à";
        byte[] file = bytes(columns + "\nL-" + centre.code + "0;09:00;10:00;10:30;12:00\n");
        put("qm-", stays(columns, "De", "À"));
        assertThat(dropped(file).path("recorded").asInt()).isEqualTo(1);
        assertThat(counting()).containsExactly(60);
        put("qm-", stays(columns, "Puis de", "Puis à"));
        assertThat(dropped(file).path("recorded").asInt()).isEqualTo(1);
        assertThat(counting()).as("not both").containsExactly(90);
        put("qm-", stays(columns, "De", "À"));
        assertThat(dropped(file).path("alreadyKnown").asInt()).isEqualTo(1);
        assertThat(counting()).containsExactly(60);
    }

    private Map<String, Object> stays(String headings, String arrival, String leftAt) {
        return Map.of(
                "headings",
                List.of(headings.split(";")),
                "columns",
                Map.of("learner_external_id", "Qui " + centre.code, "arrival", arrival, "left_at", leftAt));
    }

    private JsonNode dropped(byte[] file) {
        return report(multipart("t-", "/api/v1/sessions/" + morning + "/evidence-files", "f.csv", file, Map.of()));
    }

    /** Minutes of each stay that counts. */
    private List<Integer> counting() {
        return sql.sql("""
                        select (extract(epoch from e.to_at - e.from_at) / 60)::int from evidence e
                         where e.session_id = ? and not exists
                           (select from evidence_set_aside a where a.evidence_id = e.id and a.restored_at is null)
                        """).param(morning).query(Integer.class).list();
    }

    @Test
    void a_workbook_is_read_like_a_table() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            List<List<String>> rows = List.of(
                    List.of("session_external_id", "email", "status"),
                    List.of("SE-" + morning, centre.email(0), "Présent"),
                    List.of("SE-" + morning, centre.email(1), "Absente"));
            for (int i = 0; i < rows.size(); i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < 3; j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            workbook.write(bytes);
        }
        JsonNode report = report(take("qm-", bytes.toByteArray(), Map.of("partner", partner)));
        assertThat(report.path("recorded").asInt()).isEqualTo(2);
        assertThat(statuses(morning)).containsExactly("PRESENT", "ABSENT");
    }

    @Test
    void two_lines_that_contradict_each_other_are_both_left_out() {
        String file =
                "session_external_id;learner_external_id;email;status\nSE-%1$s;L-%2$s0;;Présent\nSE-%1$s;;%3$s;Absent\n"
                        .formatted(morning, centre.code, centre.email(0));
        JsonNode report = report(take("qm-", bytes(file), Map.of("partner", partner)));
        assertThat(report.path("recorded").asInt()).isZero();
        assertThat(report.path("problems").findValuesAsString("row")).containsExactly("2", "3");
    }

    @Test
    void lines_that_contradict_each_other_are_not_counted_as_recorded() {
        String file =
                "session_external_id;email;status\nSE-%1$s;%2$s;Présent\nSE-%1$s;%2$s;Absent\nSE-%1$s;%3$s;Présent\n"
                        .formatted(morning, centre.email(0), centre.email(1));
        JsonNode report = report(take("qm-", bytes(file), Map.of("partner", partner)));
        assertThat(report.path("recorded").asInt()).isEqualTo(1);
        assertThat(report.path("sessions").get(0).path("traces").asInt()).isEqualTo(1);
        assertThat(report.path("problems").findValuesAsString("row")).containsExactly("2", "3");
        assertThat(statuses(morning)).as("named, so not absent").containsExactly("AWAITING_DATA", "PRESENT");
        JsonNode again = report(take("qm-", bytes(file), Map.of("partner", partner)));
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(again.path("alreadyKnown").asInt()).isEqualTo(1);
    }

    @Test
    void refusals_come_in_their_order() {
        assertThat(take("a-", bytes("x"), Map.of("partner", partner)).statusCode())
                .isEqualTo(403);
        assertThat(take("t-", bytes("x"), Map.of("partner", partner)).statusCode())
                .isEqualTo(403);
        assertThat(take("qm-", bytes("x"), Map.of()).statusCode()).isEqualTo(400);
        assertThat(take("qm-", bytes("x"), Map.of("partner", partner, "dryRun", "oui"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(take("qm-", bytes("x"), Map.of("partner", "Pas un nom !")).statusCode())
                .isEqualTo(422);
        assertThat(take("qm-", bytes("x"), Map.of("partner", partner)).statusCode())
                .isEqualTo(422);
        assertThat(put("t-", mapping()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'{', 400, refusal.body",
        "'{}', 422, refusal.mapping.body",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"A\",\"x\":\"B\"}}', 422, refusal.mapping.field",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"C\"}}', 422, refusal.mapping.heading",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"A\"}}', 422, refusal.mapping.incomplete",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"A\",\"status\":\"B\"},\"dateFormat\":\"bb\"}', 422, refusal.mapping.format",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"A\",\"status\":\"B\"},\"dateFormat\":\"HH:mm\"}', 422, refusal.mapping.format",
        "'{\"headings\":[\"A\",\"B\"],\"columns\":{\"email\":\"A\",\"status\":\"B\"},\"statusWords\":{\"a\":\"ICI\"}}', 422, refusal.mapping.status",
    })
    void a_mapping_that_cannot_be_is_refused_with_what_is_wrong(String body, int status, String code) {
        HttpResponse<String> answer = put("qm-", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }

    private long traces(UUID session) {
        return sql.sql("select count(*) from evidence where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    private List<String> statuses(UUID session) {
        JsonNode answer = json.readTree(send("qm-", "/api/v1/sessions/" + session + "/attendance", "GET", null)
                .body());
        Map<String, String> byLearner = new java.util.HashMap<>();
        answer.path("items")
                .forEach(row -> byLearner.put(
                        row.path("learnerId").asString(), row.path("status").asString()));
        return centre.learners.stream().map(id -> byLearner.get(id.toString())).toList();
    }

    private HttpResponse<String> put(String account, Object body) {
        String text = body instanceof String given ? given : json.writeValueAsString(body);
        return send(account, "/api/v1/partners/" + partner + "/mappings", "PUT", text);
    }

    private HttpResponse<String> get(String account) {
        return send(account, "/api/v1/partners/" + partner + "/mappings", "GET", null);
    }

    private HttpResponse<String> send(String account, String path, String verb, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account + centre.code))
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode report(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> take(String account, byte[] file, Map<String, String> fields) {
        return multipart(account, "/api/v1/evidence-files/signatures", "f.csv", file, fields);
    }

    private HttpResponse<String> multipart(
            String account, String path, String name, byte[] file, Map<String, String> fields) {
        var start = new StringBuilder();
        fields.forEach((key, value) ->
                start.append("--xyz\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        start.append("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n");
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(account + centre.code))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(bytes(start.toString()), file, bytes("\r\n--xyz--\r\n"))))
                .build());
    }
}
