package fr.educentre.assidu.attendance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Reading;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a quality manager publishes of presence is what the next verdict is decided by, through the calls. */
@AssiduIT
class PublishedPresenceIT {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int TAUGHT = 200;

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
    AbsenceCases cases;

    @Autowired
    SqlCounter counter;

    private PublishedSet presence;

    @BeforeEach
    void a_manager() {
        calls.account("presence-quality", Role.QUALITY_MANAGER, SmallCentre.id());
        presence = new PublishedSet(calls, "presence-quality", "presence");
    }

    @AfterEach
    void as_before() {
        presence.back();
    }

    @Test
    void a_threshold_for_a_modality_decides_what_comes_after_and_a_verdict_keeps_its_version_until_decided_again() {
        var room = new Classroom(sql, "Europe/Paris", 2, "MINUTE");
        UUID video = room.session("VIDEO", START, TAUGHT);
        UUID inPerson = room.session("IN_PERSON", START, TAUGHT);
        connected(video, room.learners.getFirst(), 150);
        connected(inPerson, room.learners.getFirst(), 150);
        attendance.sourceComplete(video);
        attendance.sourceComplete(inPerson);
        JsonNode before = row(video, room.learners.getFirst());
        assertThat(before.path("status").asString()).isEqualTo("PARTIAL");

        int version = presence.publishWith("en visioconférence, présent à partir de 70 % de la durée enseignée");

        assertThat(row(video, room.learners.getFirst())).as("decided before").isEqualTo(before);
        decide(video);
        decide(inPerson);
        JsonNode after = row(video, room.learners.getFirst());
        assertThat(after.path("status").asString()).isEqualTo("LEFT_EARLY");
        assertThat(after.at("/decidedBy/version").asInt()).isEqualTo(version);
        assertThat(row(inPerson, room.learners.getFirst()).path("status").asString())
                .isEqualTo("PARTIAL");
        UUID next = room.session("VIDEO", START, TAUGHT);
        connected(next, room.learners.getLast(), 199);
        attendance.sourceComplete(next);
        assertThat(Reading.plain(
                        row(next, room.learners.getLast()).at("/decidedBy/why").asString()))
                .isEqualTo("199 min sur 200 (99,5 %), au moins 70 % de la durée enseignée,"
                        + " seuil fixé en visioconférence");

        presence.back();
        decide(video);
        JsonNode back = row(video, room.learners.getFirst());
        assertThat(back.path("status").asString()).isEqualTo("PARTIAL");
        assertThat(Reading.plain(back.at("/decidedBy/why").asString()))
                .isEqualTo("150 min sur 200 (75 %), sous le seuil de 80 %");
    }

    @Test
    void a_funder_and_a_programme_have_their_own_lines() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID session = room.session("VIDEO", START, TAUGHT);
        connected(session, room.learners.getFirst(), 150);
        attendance.sourceComplete(session);
        presence.publishWith("""
                pour le programme %s, présent à partir de 60 %% de la durée enseignée
                pour le financeur OPCO, retard toléré : 60 minutes""".formatted(room.programme()));
        decide(session);
        JsonNode row = row(session, room.learners.getFirst());
        assertThat(row.path("status").asString()).isEqualTo("PRESENT");
        assertThat(Reading.plain(row.at("/decidedBy/why").asString()))
                .endsWith("au moins 60 % de la durée enseignée, seuil fixé pour le programme " + room.programme());
        presence.publishWith("pour le financeur OPCO, présent à partir de 90 % de la durée enseignée");
        decide(session);
        assertThat(Reading.plain(row(session, room.learners.getFirst())
                        .at("/decidedBy/why")
                        .asString()))
                .isEqualTo("150 min sur 200 (75 %), sous le seuil de 90 % fixé pour le financeur OPCO");
    }

    @Test
    void a_connection_too_short_to_count_is_an_absence_whose_minutes_stay_in_sight_and_earn_nothing() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID session = room.session("VIDEO", START, TAUGHT);
        connected(session, room.learners.getFirst(), 4);
        presence.publishWith("connexion comptée à partir de 5 minutes");
        attendance.sourceComplete(session);
        JsonNode row = row(session, room.learners.getFirst());
        assertThat(row.path("status").asString()).isEqualTo("ABSENT");
        assertThat(row.path("attendedMinutes").asInt()).isEqualTo(4);
        assertThat(row.path("creditedMinutes").asInt()).isZero();
        assertThat(row.path("intervals")).hasSize(1);
        assertThat(row.path("justification").asString()).isEqualTo("TO_JUSTIFY");
        assertThat(cases.ofLearner(room.learners.getFirst()).getFirst().missed().missingMinutes())
                .isEqualTo(TAUGHT);
        assertThat(Reading.plain(row.at("/decidedBy/why").asString()))
                .isEqualTo("4 min de connexion sur 200 : une connexion compte à partir de 5 min");
    }

    @Test
    void the_order_of_trust_is_the_published_one_and_what_is_set_aside_is_told() {
        var room = new Classroom(sql, "Europe/Paris", 2, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("VIDEO", START, TAUGHT);
        connected(session, learner, 60);
        signed(session, learner, null);
        signed(session, room.learners.getLast(), null);
        signed(session, null, "TRAINER");
        attendance.sourceComplete(session);
        assertThat(row(session, learner).path("attendedMinutes").asInt()).isEqualTo(60);
        assertThat(row(session, room.learners.getLast()).path("status").asString())
                .isEqualTo("PRESENT");

        presence.publishTrust("l'émargement");
        decide(session);
        JsonNode believed = row(session, learner);
        assertThat(believed.path("attendedMinutes").asInt()).isEqualTo(TAUGHT);
        assertThat(believed.path("status").asString()).isEqualTo("PRESENT");
        assertThat(believed.path("discordances").toString()).contains("LOG_SET_ASIDE");
        assertThat(believed.path("evidence")).as("nothing is lost").hasSize(2);

        presence.publishTrust("le relevé, même s'il ne montre pas l'apprenant");
        decide(session);
        assertThat(row(session, learner).path("attendedMinutes").asInt()).isEqualTo(60);
        JsonNode denied = row(session, room.learners.getLast());
        assertThat(denied.path("status").asString()).isEqualTo("ABSENT");
        assertThat(denied.path("discordances").toString()).contains("SIGNED_NOT_CONNECTED");
        assertThat(Reading.plain(denied.at("/decidedBy/why").asString())).contains("émargement signé, mais le relevé");
    }

    @Test
    void a_reason_is_kept_as_a_key_and_read_in_the_callers_language() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("VIDEO", START, TAUGHT);
        connected(session, learner, 150);
        attendance.sourceComplete(session);
        assertThat(sql.sql("select why from verdict where session_id = ? and superseded_at is null")
                        .param(session)
                        .query(String.class)
                        .single())
                .isEqualTo("{\"key\":\"rules.presence.partial\",\"values\":[150,200,75.0,80.0]}");
        assertThat(said(session, learner, "en"))
                .containsOnly(
                        "not all traces of presence at the session have been received yet",
                        "150 of 200 min (75%), under the threshold of 80%")
                .hasSize(5);
        assertThat(said(session, learner, "fr"))
                .containsOnly(
                        "les traces de présence de la séance ne sont pas encore toutes reçues",
                        "150\u00a0min sur 200 (75\u00a0%), sous le seuil de 80\u00a0%")
                .hasSize(5);
    }

    @Test
    void a_sentence_of_an_earlier_version_is_read_as_it_was_and_asks_for_no_new_verdict() {
        var room = new Classroom(sql, "Europe/Paris", 1, "MINUTE");
        UUID learner = room.learners.getFirst();
        UUID session = room.session("VIDEO", START, TAUGHT);
        connected(session, learner, 150);
        attendance.sourceComplete(session);
        String old = "150 min sur 200 (75 %), sous le seuil de 80 %";
        sql.sql("update verdict set why = ? where session_id = ?")
                .params(old, session)
                .update();
        assertThat(said(session, learner, "en")).containsOnly(old);
        assertThat(said(session, learner, "fr")).containsOnly(old);
        decide(session);
        assertThat(attendance.history(session, learner)).hasSize(2);
        assertThat(said(session, learner, "fr")).containsOnly(old);

        connected(session, learner, 155);
        decide(session);
        assertThat(attendance.history(session, learner)).hasSize(3);
        assertThat(sql.sql("select why from verdict where session_id = ? and version = 2")
                        .param(session)
                        .query(String.class)
                        .single())
                .as("what was written stays")
                .isEqualTo(old);
    }

    /** In the row of the session, in its history, and among all that is known of the learner. */
    private List<String> said(UUID session, UUID learner, String language) {
        String attendance = "/sessions/" + session + "/attendance";
        List<JsonNode> decided = Stream.concat(
                        presence.get(attendance, language).path("items").valueStream(),
                        presence.get(attendance + "/" + learner + "/history", language)
                                .path("items")
                                .valueStream())
                .map(one -> one.at("/decidedBy/why"))
                .toList();
        Stream<JsonNode> known = presence.get("/learners/" + learner + "/timeline", language)
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString().equals("VERDICT"))
                .map(entry -> entry.path("detail"));
        return Stream.concat(decided.stream(), known).map(JsonNode::asString).toList();
    }

    @Test
    void lines_apart_ask_for_no_more_statements() throws Exception {
        var room = new Classroom(sql, "Europe/Paris", 12, "MINUTE");
        UUID usual = room.session("VIDEO", START, TAUGHT);
        UUID apart = room.session("VIDEO", START, TAUGHT);
        room.learners.forEach(learner -> {
            connected(usual, learner, 150);
            connected(apart, learner, 150);
        });
        int before = counter.statementsOf(() -> complete(usual)).size();
        presence.publishWith("""
                pour le financeur OPCO, présent à partir de 70 % de la durée enseignée
                en visioconférence, retard toléré : 3 minutes
                connexion comptée à partir de 2 minutes""");
        attendance.ofSession(usual);
        row(usual, room.learners.getFirst());
        decide(usual);
        assertThat(counter.statementsOf(() -> complete(apart))).hasSizeLessThanOrEqualTo(before);
    }

    private boolean complete(UUID session) {
        attendance.sourceComplete(session);
        return true;
    }

    private JsonNode row(UUID session, UUID learner) {
        for (JsonNode row : presence.get("/sessions/" + session + "/attendance").path("items")) {
            if (row.path("learnerId").asString().equals(learner.toString())) {
                return row;
            }
        }
        throw new AssertionError("Not expected: " + learner);
    }

    private void connected(UUID session, UUID learner, int minutes) {
        evidences.record(List.of(Classroom.connection(session, learner, START, START.plusSeconds(minutes * 60L))));
    }

    private void signed(UUID session, @Nullable UUID learner, @Nullable String role) {
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.SIGNATURE, Channel.API, UUID.randomUUID().toString(), null),
                TraceKind.SIGNATURE,
                new TraceTime(START.plusSeconds(60), null, null),
                new NewTrace.Person(String.valueOf(learner), "Nom", null, null),
                new NewTrace.Subject(session, null, null, null),
                role == null ? Map.of() : Map.of("role", role),
                new TraceMatch(learner, learner == null ? null : MatchMethod.ISSUED_ID))));
    }

    /** As its job does. */
    private void decide(UUID session) {
        decisions.run(new DecisionDue.OfSession(session));
    }
}
