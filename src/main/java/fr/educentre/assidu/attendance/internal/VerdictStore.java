package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of verdicts: versions are added, never changed; a current one is superseded once. */
@Component
class VerdictStore {

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    VerdictStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits until no other transaction decides about these sessions. */
    void lock(Collection<UUID> sessionIds) {
        sql.sql("""
                select count(*) from (
                    select pg_advisory_xact_lock(hashtextextended('attendance ' || id, 0))
                      from unnest(:ids::text[]) as id order by id) locked
                """)
                .param("ids", Arguments.array(sessionIds.stream().sorted().toList()))
                .query(Long.class)
                .single();
    }

    List<Verdict> current(Collection<SessionInfo> sessions) {
        return sql.sql("""
                select * from verdict
                 where session_id = any(:sessions::uuid[]) and planned_on = any(:days::date[]) and superseded_at is null
                """)
                .param(
                        "sessions",
                        Arguments.array(sessions.stream().map(SessionInfo::id).toList()))
                .param("days", days(sessions))
                .query(this::verdict)
                .list();
    }

    List<Verdict> ofLearners(Collection<UUID> learnerIds, LocalDate from, LocalDate to, @Nullable Instant knownAt) {
        String when = knownAt == null
                ? "superseded_at is null"
                : "decided_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)";
        var query = sql.sql("select * from verdict where learner_id = any(:learners::uuid[])"
                        + " and planned_on between :from and :to and " + when + " order by planned_on, id")
                .param("learners", Arguments.array(learnerIds))
                .param("from", from)
                .param("to", to);
        if (knownAt != null) {
            query = query.param("knownAt", Arguments.utc(knownAt));
        }
        return query.query(this::verdict).list();
    }

    List<Verdict> history(SessionInfo session, UUID learnerId) {
        return sql.sql("select * from verdict where session_id = :session and learner_id = :learner"
                        + " and planned_on = :day order by version")
                .param("session", session.id())
                .param("learner", learnerId)
                .param("day", session.plannedOn())
                .query(this::verdict)
                .list();
    }

    /** Number of the last version written, superseded ones included; absent for a first one. */
    Map<String, Integer> lastVersions(Collection<SessionInfo> sessions) {
        Map<String, Integer> found = new HashMap<>();
        sql.sql("""
                select session_id, learner_id, max(version) as version from verdict
                 where session_id = any(:sessions::uuid[]) and planned_on = any(:days::date[])
                 group by session_id, learner_id
                """)
                .param(
                        "sessions",
                        Arguments.array(sessions.stream().map(SessionInfo::id).toList()))
                .param("days", days(sessions))
                .query(row -> {
                    found.put(
                            key(Columns.uuid(row, "session_id"), Columns.uuid(row, "learner_id")),
                            row.getInt("version"));
                });
        return found;
    }

    static String key(UUID sessionId, UUID learnerId) {
        return sessionId + " " + learnerId;
    }

    void supersede(Collection<Verdict> verdicts, Instant at) {
        if (verdicts.isEmpty()) {
            return;
        }
        sql.sql("""
                update verdict v set superseded_at = greatest(:at, v.decided_at)
                  from jsonb_to_recordset(:rows::jsonb) as g(session_id uuid, learner_id uuid, version integer)
                 where v.session_id = g.session_id and v.learner_id = g.learner_id and v.version = g.version
                   and v.superseded_at is null
                """)
                .param("at", Arguments.utc(at))
                .param(
                        "rows",
                        json.writeValueAsString(verdicts.stream()
                                .map(v -> Map.of(
                                        "session_id", v.subject().sessionId(),
                                        "learner_id", v.subject().learnerId(),
                                        "version", v.version().number()))
                                .toList()))
                .update();
    }

    void add(Collection<Verdict> verdicts, Map<UUID, SessionInfo> sessions) {
        if (verdicts.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            rows.add(row(
                    verdict,
                    Objects.requireNonNull(sessions.get(verdict.subject().sessionId()))
                            .plannedOn()));
        }
        sql.sql("""
                insert into verdict (planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes,
                       observed_minutes, credited_minutes, credits, late_minutes, early_minutes, proof_sufficient, intervals,
                       evidence_ids, rule_id, rule_version, why, decided_by, decided_by_role, person_reason, document_id,
                       decided_at)
                select planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes,
                       observed_minutes, credited_minutes, credits, late_minutes, early_minutes, proof_sufficient, intervals,
                       evidence_ids, rule_id, rule_version, why, decided_by, decided_by_role, person_reason, document_id,
                       decided_at
                  from jsonb_to_recordset(:rows::jsonb) as g(planned_on date, session_id uuid, learner_id uuid,
                       enrolment_id uuid, version integer, status text, taught_minutes integer, observed_minutes integer,
                       credited_minutes integer, credits jsonb, late_minutes integer, early_minutes integer,
                       proof_sufficient boolean, intervals jsonb, evidence_ids uuid[], rule_id text, rule_version integer,
                       why text, decided_by text, decided_by_role text, person_reason text, document_id uuid,
                       decided_at timestamptz)
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    private static Map<String, @Nullable Object> row(Verdict verdict, LocalDate plannedOn) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("planned_on", plannedOn.toString());
        row.put("session_id", verdict.subject().sessionId());
        row.put("learner_id", verdict.subject().learnerId());
        row.put("enrolment_id", verdict.subject().enrolmentId());
        row.put("version", verdict.version().number());
        row.put("status", verdict.status().name());
        row.put("taught_minutes", verdict.minutes().taught());
        row.put("observed_minutes", verdict.minutes().observed());
        row.put("credited_minutes", verdict.minutes().credited());
        row.put("credits", verdict.credits());
        row.put("late_minutes", verdict.minutes().late());
        row.put("early_minutes", verdict.minutes().early());
        row.put("proof_sufficient", verdict.proof().sufficient());
        row.put("intervals", verdict.proof().intervals());
        row.put("evidence_ids", verdict.proof().evidence());
        row.put("why", verdict.decidedBy().why().stored());
        row.put("decided_at", verdict.version().decidedAt().toString());
        switch (verdict.decidedBy()) {
            case Verdict.ByRule rule -> {
                row.put("rule_id", rule.rule());
                row.put("rule_version", rule.version());
            }
            case Verdict.ByPerson person -> {
                row.put("decided_by", person.person());
                row.put("decided_by_role", person.role());
                row.put("person_reason", person.reason());
                row.put("document_id", person.documentId());
            }
        }
        return row;
    }

    private Verdict verdict(ResultSet row, int n) throws SQLException {
        return new Verdict(
                new Verdict.Subject(
                        Columns.uuid(row, "session_id"),
                        Columns.uuid(row, "learner_id"),
                        row.getObject("enrolment_id", UUID.class)),
                AttendanceStatus.valueOf(row.getString("status")),
                new Verdict.Minutes(
                        row.getInt("taught_minutes"),
                        row.getInt("observed_minutes"),
                        row.getInt("credited_minutes"),
                        row.getInt("late_minutes"),
                        row.getInt("early_minutes")),
                json.readValue(row.getString("credits"), new TypeReference<List<Verdict.Credit>>() {}),
                new Verdict.Proof(
                        row.getBoolean("proof_sufficient"),
                        json.readValue(row.getString("intervals"), new TypeReference<List<Verdict.Interval>>() {}),
                        Arrays.asList((UUID[]) row.getArray("evidence_ids").getArray())),
                decision(row),
                new Verdict.Version(
                        row.getInt("version"),
                        Columns.instant(row, "decided_at"),
                        Columns.maybeInstant(row, "superseded_at")));
    }

    private static Verdict.Decision decision(ResultSet row) throws SQLException {
        Wording why = MarkReason.explained(Wording.stored(row.getString("why")));
        String person = row.getString("decided_by");
        if (person != null) {
            return new Verdict.ByPerson(
                    person,
                    Objects.requireNonNullElse(row.getString("decided_by_role"), ""),
                    MarkReason.of(Objects.requireNonNullElse(row.getString("person_reason"), ""))
                            .stored(),
                    row.getObject("document_id", UUID.class),
                    why);
        }
        return new Verdict.ByRule(
                Objects.requireNonNullElse(row.getString("rule_id"), ""), row.getInt("rule_version"), why);
    }

    private static String days(Collection<SessionInfo> sessions) {
        return Arguments.days(
                sessions.stream().map(SessionInfo::plannedOn).distinct().toList());
    }
}
