package fr.educentre.assidu.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Traces recorded and matched to their learners by their numbers, two thousand a call, against COPY of the same rows into
 * two tables like those they go to, indexes included. {@code -Dassidu.bench.rows=1000000} for the full size.
 */
@AssiduIT
class EvidenceBench {

    private static final int LEARNERS = 30;
    private static final int BATCH = 2_000;
    private static final Instant FIRST = Instant.parse("2027-09-06T08:00:00Z");
    private static final Map<String, Object> PAYLOAD = Map.of(
            "event",
            "meeting.participant_left",
            "topic",
            "Gestion de la relation client",
            "participant",
            Map.of("user_name", "Lou Apprenant", "participant_uuid", "3F2A", "leave_reason", "left the meeting"));
    private static final String PAYLOAD_TEXT =
            "{\"event\":\"meeting.participant_left\",\"topic\":\"Gestion de la relation"
                    + " client\",\"participant\":{\"user_name\":\"Lou Apprenant\",\"participant_uuid\":\"3F2A\",\"leave_reason\":"
                    + "\"left the meeting\"}}";

    @Autowired
    Evidences evidences;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource pool;

    private final int rows = Integer.getInteger("assidu.bench.rows", 100_000) / BATCH * BATCH;
    private final List<UUID> sessions = new ArrayList<>();
    private SmallCentre centre;

    @Test
    void recording_against_copy() throws Exception {
        centre = new SmallCentre(sql, LEARNERS);
        for (int n = 0; n < rows / 1_000 + 1; n++) {
            sessions.add(centre.session(FIRST.plus(Duration.ofDays(n))));
        }
        recorded("warm", BATCH * 5);
        copied(BATCH * 5);
        double copied = copied(rows);
        double recorded = recorded("full", rows);
        assertThat(count("evidence", "source_key like 'bench full %'")).isEqualTo(rows);
        assertThat(sql.sql("select count(*) from evidence_match m join evidence e on e.id = m.evidence_id"
                                + " and e.occurred_at = m.occurred_at where e.source_key like 'bench full %'")
                        .query(Long.class)
                        .single())
                .isEqualTo(rows);
        System.out.printf(
                Locale.ROOT,
                "EvidenceBench: %d rows; COPY %.0f rows/s, recorded and matched %.0f rows/s, ratio %.2f (aim: at least 0.40)%n",
                rows,
                rows / copied,
                rows / recorded,
                copied / recorded);
    }

    /** @return seconds */
    private double recorded(String turn, int many) {
        long start = System.nanoTime();
        for (int from = 0; from < many; from += BATCH) {
            List<NewTrace> traces = new ArrayList<>();
            for (int n = from; n < from + BATCH; n++) {
                traces.add(new NewTrace(
                        new NewTrace.Origin(EvidenceSource.ZOOM, Channel.WEBHOOK, "bench " + turn + " " + n, null),
                        TraceKind.INTERVAL,
                        new TraceTime(at(n), at(n), at(n).plusSeconds(600)),
                        new NewTrace.Person(number(n), "Lou Apprenant", null, number(n)),
                        new NewTrace.Subject(session(n), "86431910364", null, null),
                        PAYLOAD,
                        TraceMatch.NONE));
            }
            SystemActor.run(() -> evidences.loadHistory(traces));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double copied(int many) throws SQLException {
        String url = pool.unwrap(HikariDataSource.class).getJdbcUrl();
        try (Connection owner = DriverManager.getConnection(url, "assidu_owner", "test");
                var statement = owner.createStatement()) {
            statement.execute("create table bench_evidence (like evidence including all);"
                    + " create table bench_match (like evidence_match including all)");
            long start = System.nanoTime();
            owner.setAutoCommit(false);
            UUID[] ids = new UUID[BATCH];
            for (int from = 0; from < many; from += BATCH) {
                CopyIn traces = owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy bench_evidence (id, occurred_at, source, channel, kind, source_key, session_id,"
                                + " from_at, to_at, person_key, person_name, meeting_key, payload, recorded_at)"
                                + " from stdin");
                for (int n = from; n < from + BATCH; n++) {
                    ids[n - from] = TimeOrderedId.next();
                    write(
                            traces,
                            ids[n - from],
                            at(n),
                            "ZOOM",
                            "WEBHOOK",
                            "INTERVAL",
                            "bench " + n,
                            session(n),
                            at(n),
                            at(n).plusSeconds(600),
                            number(n),
                            "Lou Apprenant",
                            "86431910364",
                            PAYLOAD_TEXT,
                            FIRST);
                }
                traces.endCopy();
                CopyIn matches = owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy bench_match (id, evidence_id, occurred_at, session_id, learner_id, how, matched_by,"
                                        + " matched_at) from stdin");
                for (int n = from; n < from + BATCH; n++) {
                    write(
                            matches,
                            TimeOrderedId.next(),
                            ids[n - from],
                            at(n),
                            session(n),
                            centre.learners.get(n % LEARNERS),
                            "ISSUED_ID",
                            "Assidu",
                            FIRST);
                }
                matches.endCopy();
                owner.commit();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            owner.setAutoCommit(true);
            try (var counted = statement.executeQuery("select count(*) from bench_evidence")) {
                counted.next();
                assertThat(counted.getInt(1)).isEqualTo(many);
            }
            statement.execute("drop table bench_evidence; drop table bench_match");
            return seconds;
        }
    }

    private static void write(CopyIn copy, Object... values) throws SQLException {
        var line = new StringBuilder();
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value);
        }
        byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private long count(String table, String where) {
        return sql.sql("select count(*) from " + table + " where " + where)
                .query(Long.class)
                .single();
    }

    private UUID session(int n) {
        return sessions.get(n / 1_000);
    }

    private static Instant at(int n) {
        return FIRST.plus(Duration.ofDays(n / 1_000)).plusSeconds(n % 1_000 * 10L);
    }

    private String number(int n) {
        return "L-" + centre.code + n % LEARNERS;
    }
}
