package fr.educentre.assidu.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody known by name alone, until the report of the meeting tells their address. */
@AssiduIT
class SupersededParticipantsIT {

    private static final Instant START = Instant.parse("2026-09-23T07:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Evidences evidences;

    @Autowired
    Calls calls;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void centre() {
        centre = new SmallCentre(sql, 1);
        session = centre.session(START);
        calls.account("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        sql.sql(
                        "update training_session set modality = 'VIDEO', meeting_provider = 'ZOOM', meeting_id = ? where id = ?")
                .params(centre.code, session)
                .update();
    }

    private NewTrace event(
            TraceKind kind, String connection, int minute, @Nullable String email, @Nullable Integer to) {
        Instant at = START.plusSeconds(minute * 60L);
        Map<String, Object> payload = new HashMap<>(Map.of("occurrence", "o" + centre.code, "connection", connection));
        String key = email == null ? "lou apprenant0" : email;
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.ZOOM,
                        kind == TraceKind.INTERVAL ? Channel.API : Channel.WEBHOOK,
                        "k:" + centre.code + kind + connection + minute,
                        null),
                kind,
                new TraceTime(at, at, to == null ? null : START.plusSeconds(to * 60L)),
                new NewTrace.Person(key, "Lou Apprenant0", email, null),
                new NewTrace.Subject(session, centre.code, null, null),
                payload,
                TraceMatch.NONE);
    }

    private NewTrace came(String connection) {
        return event(TraceKind.JOINED, connection, 0, null, null);
    }

    private NewTrace went(String connection) {
        return event(TraceKind.LEFT, connection, 170, null, null);
    }

    private NewTrace report(String connection) {
        return event(TraceKind.INTERVAL, connection, 0, centre.email(0), 170);
    }

    private List<String> waiting() {
        return evidences.openProposals(session).stream()
                .map(Evidences.Proposal::personName)
                .toList();
    }

    @Test
    void nobody_waits_any_more_once_the_report_tells_the_address() {
        evidences.record(List.of(came("1"), went("1")));
        assertThat(waiting()).containsExactly("Lou Apprenant0");
        evidences.record(List.of(report("1")));
        assertThat(waiting()).isEmpty();
        assertThat(evidences.ofSession(session))
                .singleElement()
                .satisfies(trace -> assertThat(trace.match().learnerId()).isEqualTo(centre.learners.getFirst()));
    }

    @Test
    void an_event_that_comes_late_makes_nobody_wait_again() {
        evidences.record(List.of(report("1")));
        evidences.record(List.of(came("1")));
        evidences.record(List.of(went("1"), came("1")));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_stay_that_the_report_does_not_know_still_waits() {
        evidences.record(List.of(came("1"), came("2")));
        evidences.record(List.of(report("1")));
        assertThat(waiting()).containsExactly("Lou Apprenant0");
    }

    @Test
    void why_nobody_is_matched_is_said_in_the_reader_s_language() {
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(EvidenceSource.ZOOM, Channel.WEBHOOK, "s:" + centre.code, null),
                TraceKind.JOINED,
                new TraceTime(START, START, null),
                new NewTrace.Person("quelqu'un", "Quelqu'un", null, null),
                new NewTrace.Subject(session, centre.code, null, null),
                Map.of("occurrence", "o", "connection", "9"),
                TraceMatch.NONE)));
        assertThat(notes("fr")).contains("Personne ne porte ce nom ou cette adresse parmi les apprenants convoqués.");
        assertThat(notes("en")).contains("No expected learner has this name or address.");
    }

    private String notes(String language) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/identities?session=" + session))
                        .header("Authorization", calls.authorization("q-" + centre.code))
                        .header("Accept-Language", language)
                        .build())
                .body();
    }
}
