package fr.educentre.assidu.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class EvidenceFilesIT {

    @Autowired
    Calls calls;

    @Autowired
    JdbcClient sql;

    @Autowired
    JsonMapper json;

    private final String code = UUID.randomUUID().toString().substring(0, 8);
    private final UUID session = UUID.randomUUID();
    private final UUID trainer = UUID.randomUUID();
    private final List<UUID> learners = new ArrayList<>();

    @BeforeEach
    void a_finished_class_of_three() {
        UUID site = UUID.randomUUID();
        UUID programme = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        sql.sql("insert into site values (?, ?, 'Paris', 'Europe/Paris', 'a', '75001', 'Paris', '1', 0)")
                .params(site, "S-" + code)
                .update();
        sql.sql("insert into programme values (?, ?, 'Prog', 'TRAINING', 600, 0)")
                .params(programme, "P-" + code)
                .update();
        sql.sql("insert into learner_group values (?, ?, 'G', ?, ?, null, '2026-09-01', '2026-12-31', 0)")
                .params(group, "G-" + code, programme, site)
                .update();
        for (UUID id : List.of(trainer, UUID.randomUUID())) {
            sql.sql("insert into trainer values (?, ?, 'Anne', 'Roux', ?, null, 0)")
                    .params(id, "T-" + id, id.equals(trainer) ? "anne-" + code + "@horizon.test" : id + "@horizon.test")
                    .update();
        }
        for (String name : List.of("Zoé Faure", "Karim Benali", "Lucie Mercier")) {
            UUID id = UUID.randomUUID();
            learners.add(id);
            String[] names = name.split(" ");
            sql.sql("insert into learner values (?, ?, ?, ?, ?, null, null, 0)")
                    .params(id, "L-" + id, names[0], names[1], "l" + learners.size() + "-" + code + "@horizon.test")
                    .update();
            sql.sql("insert into group_membership values (?, ?, ?, '2026-09-01', null, now())")
                    .params(UUID.randomUUID(), id, group)
                    .update();
        }
        sql.sql("""
                insert into training_session (id, external_id, title, group_id, site_id, trainer_id, planned_on, starts_at,
                    ends_at, taught_minutes, modality, meeting_provider, meeting_id)
                values (?, ?, 'Bases', ?, ?, ?, '2026-11-05', ?, ?, 180, 'VIDEO', 'ZOOM', '86431910364')
                """)
                .params(session, "SEA-" + code, group, site, trainer, at("2026-11-05T09:00"), at("2026-11-05T12:00"))
                .update();
        calls.account("qm-" + code, Role.QUALITY_MANAGER, UUID.randomUUID());
        calls.account("own-" + code, Role.TRAINER, trainer);
        calls.account("other-" + code, Role.TRAINER, UUID.randomUUID());
        calls.account("learner-" + code, Role.LEARNER, learners.getFirst());
    }

    private static java.time.OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toOffsetDateTime();
    }

    private String zoom() {
        return """
                Topic,ID,Host,Duration (minutes),Start time,End time,Participants
                Bases,864 3191 0364,Anne (a@b.c),181,"11/05/2026 08:59:00 AM","11/05/2026 12:01:00 PM",4

                Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room
                Zoé,L1-%1$s@HORIZON.test,"11/05/2026 08:59:00 AM","11/05/2026 12:01:00 PM",182,No,No
                benali karim (invité),,"11/05/2026 09:30:00 AM","11/05/2026 12:01:00 PM",151,Yes,No
                iPhone,,"11/05/2026 09:00:00 AM","11/05/2026 09:10:00 AM",10,Yes,No
                Anne Roux,anne-%1$s@horizon.test,"11/05/2026 08:59:00 AM","11/05/2026 12:01:00 PM",182,No,No
                Lucie,,"11/05/2026 08:50:00 AM","11/05/2026 08:59:00 AM",9,Yes,Yes
                """.formatted(code);
    }

    @Test
    void a_zoom_file_is_recorded_matched_and_repeated_without_effect() {
        JsonNode report = report(drop("own-" + code, "zoom.csv", bytes(zoom()), Map.of()));
        assertThat(report.path("source").asString()).isEqualTo("ZOOM");
        assertThat(report.path("recorded").asInt()).isEqualTo(5);
        assertThat(report.path("matched").size()).isEqualTo(1);
        assertThat(report.path("matched").get(0).path("learnerId").asString())
                .isEqualTo(learners.getFirst().toString());
        assertThat(report.path("matched").get(0).path("by").asString()).isEqualTo("EMAIL");
        assertThat(report.path("proposed")
                        .get(0)
                        .path("candidates")
                        .get(0)
                        .path("learnerId")
                        .asString())
                .isEqualTo(learners.get(1).toString());
        assertThat(report.path("unmatched").get(0).path("participant").asString())
                .isEqualTo("iPhone");
        assertThat(report.path("ignored").size()).isEqualTo(2);

        JsonNode again = report(drop("own-" + code, "zoom.csv", bytes(zoom()), Map.of()));
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(again.path("alreadyKnown").asInt()).isEqualTo(5);
        for (String list : List.of("matched", "proposed", "unmatched", "ignored")) {
            assertThat(again.path(list)).isEqualTo(report.path(list));
        }
        assertThat(count("delivery where session_id = ?")).isEqualTo(1);
    }

    @Test
    void a_person_confirms_who_a_participant_is_once() {
        JsonNode report = report(drop("own-" + code, "zoom.csv", bytes(zoom()), Map.of()));
        String proposal = report.path("proposed").get(0).path("id").asString();
        String body = "{\"learnerId\":\"" + learners.get(1) + "\"}";
        assertThat(post("other-" + code, "/api/v1/proposals/" + proposal + "/confirm", body))
                .isEqualTo(403);
        assertThat(post("own-" + code, "/api/v1/proposals/" + proposal + "/confirm", "{}"))
                .isEqualTo(422);
        assertThat(post("own-" + code, "/api/v1/proposals/" + proposal + "/confirm", "{"))
                .isEqualTo(400);
        assertThat(post("own-" + code, "/api/v1/proposals/" + UUID.randomUUID() + "/confirm", body))
                .isEqualTo(404);
        assertThat(post("own-" + code, "/api/v1/proposals/" + proposal + "/confirm", body))
                .isEqualTo(204);
        assertThat(post("own-" + code, "/api/v1/proposals/" + proposal + "/confirm", body))
                .isEqualTo(204);
        assertThat(post("own-" + code, "/api/v1/proposals/" + proposal + "/dismiss", ""))
                .isEqualTo(409);
        JsonNode again = report(drop("own-" + code, "zoom.csv", bytes(zoom()), Map.of()));
        assertThat(again.path("matched").findValuesAsString("by")).containsExactlyInAnyOrder("EMAIL", "CONFIRMED");
        assertThat(again.path("proposed").findValuesAsString("participant"))
                .as("who only waited is still proposed")
                .containsExactly("Lucie");
    }

    @Test
    void who_may_also_be_somebody_of_the_very_same_name_waits_for_a_person() {
        String file = zoom().replace("iPhone,,", "Zoé Faure,,");
        report(drop("own-" + code, "zoom.csv", bytes(file.replaceAll("Lucie,.*\n", "")), Map.of()));
        assertThat(attendance()).containsExactly("AWAITING_DATA", "AWAITING_DATA", "ABSENT");
        report(drop("own-" + code, "zoom.csv", bytes(file), Map.of()));
        assertThat(attendance())
                .as("Lucie was seen before the door")
                .containsExactly("AWAITING_DATA", "AWAITING_DATA", "AWAITING_DATA");
    }

    /** Statuses of Zoé, Karim and Lucie. */
    private List<String> attendance() {
        JsonNode rows = report(
                        calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/attendance"))
                                .header("Authorization", calls.authorization("own-" + code))
                                .build()))
                .path("items");
        return learners.stream()
                .map(id -> rows.valueStream()
                        .filter(row -> row.path("learnerId").asString().equals(id.toString()))
                        .findFirst()
                        .orElseThrow()
                        .path("status")
                        .asString())
                .toList();
    }

    @Test
    void a_dry_run_answers_the_same_and_keeps_nothing() {
        JsonNode report = report(drop("qm-" + code, "zoom.csv", bytes(zoom()), Map.of("dryRun", "true")));
        assertThat(report.path("recorded").asInt()).isEqualTo(5);
        assertThat(count("evidence where session_id = ?")).isZero();
        assertThat(count("delivery where session_id = ?")).isZero();
        assertThat(count("evidence_proposal where session_id = ?")).isZero();
    }

    @Test
    void somebody_with_an_account_who_is_not_expected_is_not_matched() {
        UUID stranger = UUID.randomUUID();
        sql.sql("insert into learner values (?, ?, 'Max', 'Petit', ?, null, null, 0)")
                .params(stranger, "L-" + stranger, "max-" + code + "@horizon.test")
                .update();
        String file = "Name (original name),Email,Join time,Leave time,Duration (minutes)\nMax Petit,max-" + code
                + "@horizon.test,11/05/2026 09:00:00 AM,11/05/2026 12:00:00 PM,180\n";
        JsonNode report = report(drop("own-" + code, "zoom.csv", bytes(file), Map.of()));
        assertThat(report.path("matched").isEmpty()).isTrue();
        assertThat(report.path("unmatched").get(0).path("why").asString()).contains("pas convoqué");
    }

    @Test
    void a_sign_in_sheet_names_learners_by_our_identifier() {
        String file = "Matricule;Nom;Statut;Signé le\n"
                + "L-" + learners.get(0) + ";Faure;Présent;05/11/2026 09:01\n"
                + "L-" + learners.get(1) + ";Benali;Absent;\n";
        JsonNode report = report(drop("own-" + code, "e.csv", file.getBytes(StandardCharsets.ISO_8859_1), Map.of()));
        assertThat(report.path("source").asString()).isEqualTo("FILE");
        assertThat(report.path("matched").findValuesAsString("by")).containsExactly("ISSUED_ID", "ISSUED_ID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 xx | 422 | refusal.evidenceFile.pdf",
                "PK\u0003\u0004x | 422 | refusal.evidenceFile.workbook",
                "'' | 422 | refusal.evidenceFile.empty",
                "hello | 422 | refusal.evidenceFile.unknown",
                "OTHER MEETING | 422 | refusal.evidenceFile.otherMeeting",
                "OTHER DAY | 422 | refusal.evidenceFile.noOverlap",
                "DURATIONS | 422 | refusal.evidenceFile.durationsOnly",
                "CONTRADICTION | 422 | refusal.evidenceFile.contradiction",
            })
    void what_does_not_fit_is_refused_and_changes_nothing(String given, int status, String key) {
        String text = switch (given) {
            case "OTHER MEETING" -> zoom().replace("864 3191 0364", "111 222 333");
            case "OTHER DAY" -> zoom().replace("11/05/2026", "10/29/2026");
            case "DURATIONS" -> "Name (original name),Email,Total duration (minutes),Guest\nZoé,z@z.fr,180,No\n";
            case "CONTRADICTION" -> "Nom;Prénom;Courriel;Statut\nFaure;Zoé;z@z.fr;Présent\nFaure;Zoé;z@z.fr;Absent\n";
            default -> given;
        };
        var answer = drop("own-" + code, "zoom.csv", bytes(text), Map.of());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(key);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(count("evidence where session_id = ?")).isZero();
        assertThat(count("delivery where state = 'FAILED' and problem is not null and session_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void refusals_come_in_their_order() {
        assertThat(drop("learner-" + code, "z.csv", bytes(""), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(drop("other-" + code, "z.csv", bytes(""), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(drop("own-" + code, "z.csv", bytes(zoom()), Map.of("zone", "Mars/Base"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(drop("own-" + code, "z.csv", bytes(zoom()), Map.of("dryRun", "peut-être"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("own-" + code, "/api/v1/sessions/" + session + "/evidence-files", "{}"))
                .isEqualTo(415);
        assertThat(drop("own-" + code, "big.csv", new byte[50 * 1024 * 1024], Map.of())
                        .statusCode())
                .isEqualTo(413);
        assertThat(count("delivery where session_id = ?")).isZero();
    }

    private long count(String from) {
        return sql.sql("select count(*) from " + from)
                .params(session)
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode report(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private int post(String account, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                        .header("Authorization", calls.authorization(account))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private HttpResponse<String> drop(String account, String name, byte[] file, Map<String, String> fields) {
        var start = new StringBuilder();
        fields.forEach((key, value) ->
                start.append("--xyz\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        start.append("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n");
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/evidence-files"))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(bytes(start.toString()), file, bytes("\r\n--xyz--\r\n"))))
                .build());
    }
}
