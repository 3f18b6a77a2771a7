package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.documents.CertificateBatches;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a quality manager publishes of completion is what the next hours are credited by and the next certificate says. */
@AssiduIT
class PublishedCompletionIT {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final String USER = "completion-quality";

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    Evidences evidences;

    @Autowired
    Attendance attendance;

    @Autowired
    DecisionJob decisions;

    @Autowired
    CertificateBatches batches;

    private final UUID person = SmallCentre.id();
    private PublishedSet completion;

    @BeforeEach
    void a_manager_of_a_centre() {
        new SmallCentre(sql, 0);
        calls.account(USER, Role.QUALITY_MANAGER, person);
        completion = new PublishedSet(calls, USER, "completion");
    }

    @AfterEach
    void as_before() {
        completion.back();
    }

    @Test
    void hours_are_credited_by_the_line_of_the_funder_unless_the_funding_states_otherwise() {
        var unsaid = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        var stated = new Classroom(sql, "Europe/Paris", 1, "MILESTONE");
        UUID one = partly(unsaid);
        UUID other = partly(stated);
        assertThat(row(one).path("creditedMinutes").asInt()).isEqualTo(100);
        int version = completion.publishWith("pour le financeur OPCO, heures retenues par demi-journée de présence");
        assertThat(row(one).path("creditedMinutes").asInt())
                .as("decided before")
                .isEqualTo(100);
        decide(one);
        decide(other);
        assertThat(row(one).path("creditedMinutes").asInt()).isZero();
        assertThat(row(one).path("attendedMinutes").asInt()).isEqualTo(100);
        assertThat(Reading.plain(row(one).at("/decidedBy/why").asString()))
                .endsWith("; heures retenues par demi-journée de présence pour le financeur OPCO"
                        + " (« Heures retenues et certificat », version " + version + ")");
        assertThat(row(other).path("creditedMinutes").asInt()).isZero();
        assertThat(Reading.plain(row(other).at("/decidedBy/why").asString())).doesNotContain("heures retenues");
        completion.back();
        decide(one);
        decide(other);
        assertThat(row(one).path("creditedMinutes").asInt()).isEqualTo(100);
    }

    @Test
    void the_proof_expected_and_what_becomes_of_hours_without_it_are_the_published_ones() throws Exception {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID session = partly(room);
        assertThat(row(session).path("proofSufficient").asBoolean()).isTrue();
        assertThat(text(certificate(room)))
                .contains("1,67 heures réalisées")
                .doesNotContain("Attestation intermédiaire");

        completion.publishWithout("preuve attendue", """
                en visioconférence, preuve attendue : l'émargement contresigné
                preuve attendue : le relevé de connexion""");
        assertThat(text(certificate(room)))
                .as("proven when it was decided")
                .doesNotContain("Attestation intermédiaire");
        decide(session);
        assertThat(row(session).path("proofSufficient").asBoolean()).isFalse();
        assertThat(row(session).path("status").asString())
                .as("apart from the status")
                .isEqualTo("PARTIAL");
        assertThat(text(certificate(room)))
                .contains(
                        "Attestation intermédiaire", "1,67 heures réalisées", "1 séance dont la preuve est incomplète");

        completion.publishWithout(
                "heures sans preuve",
                "pour le financeur OPCO, heures sans preuve suffisante : retirées du certificat et signalées");
        assertThat(text(certificate(room)))
                .contains("0,00 heures réalisées", "Non compris : 1 séance dont la preuve est incomplète, 1,67 h")
                .doesNotContain("Attestation intermédiaire");

        completion.publishWithout(
                "pour le financeur OPCO, heures sans preuve",
                "heures sans preuve suffisante : certificat retenu jusqu'à la preuve");
        var held = certificate(room);
        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(Reading.plain(new String(held.body(), StandardCharsets.UTF_8)))
                .contains("Certificat retenu : preuve insuffisante pour 1 séance, 1,67 h", "02/03/2026");
        assertThat(Reading.plain(archive(room).get("Certificats retenus.txt")))
                .as("of a whole group: who, and why")
                .startsWith("Apprenant PrénomB : Certificat retenu : preuve insuffisante pour 1 séance, 1,67 h");
    }

    @Test
    void the_set_is_compared_and_checked_as_the_others() {
        completion.publishWith("pour le financeur CPF, heures retenues par jalons validés");
        assertThat(completion.lastDifference().stream().map(Reading::plain))
                .containsExactly("Ajouté : « pour le financeur CPF, heures retenues par jalons validés »");
        JsonNode checked = completion.check("""
                heures retenues par jalons validés
                pour le financeur CPF, heures retenues à la minute
                for funder CPF, hours credited to the minute""");
        assertThat(checked.path("problems")
                        .valueStream()
                        .map(problem -> Reading.plain(problem.path("message").asString())))
                .containsExactly(
                        "Cette ligne contredit la ligne 3 : un seul réglage pour le même cas.",
                        "Ce réglage est déjà donné ligne 7.");
    }

    /** Connected for half of 200 minutes, all received. */
    private UUID partly(Classroom room) {
        UUID session = room.session("VIDEO", START, 200);
        evidences.record(
                List.of(Classroom.connection(session, room.learners.getFirst(), START, START.plusSeconds(6000))));
        attendance.sourceComplete(session);
        return session;
    }

    private JsonNode row(UUID session) {
        return completion.get("/sessions/" + session + "/attendance").at("/items/0");
    }

    private HttpResponse<byte[]> certificate(Classroom room) throws IOException, InterruptedException {
        UUID enrolment = sql.sql("select id from enrolment where learner_id = ?")
                .param(room.learners.getFirst())
                .query(UUID.class)
                .single();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(calls.uri("/api/v1/documents/certificate?enrolment=" + enrolment))
                            .header("Authorization", calls.authorization(USER))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** Names and texts of what a group's certificates were packed into. */
    private Map<String, String> archive(Classroom room) throws IOException {
        calls.actAs(USER, Role.QUALITY_MANAGER, person);
        batches.start(room.group, "");
        Path zip = await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> batches.latest(room.group).orElseThrow().zip(), Objects::nonNull);
        Map<String, String> files = new HashMap<>();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String text(HttpResponse<byte[]> pdf) throws IOException {
        assertThat(pdf.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }

    /** As its job does. */
    private void decide(UUID session) {
        decisions.run(new DecisionDue.OfSession(session));
    }
}
