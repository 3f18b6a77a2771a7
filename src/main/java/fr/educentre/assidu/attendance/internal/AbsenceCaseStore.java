package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of absence cases and of what happened to each. */
@Component
class AbsenceCaseStore {

    static final String WITHDRAWN = "WITHDRAWN";

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    AbsenceCaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<AbsenceCase> byIds(Collection<UUID> ids) {
        return where("id = any(:ids::uuid[])", Map.of("ids", Arguments.array(ids)));
    }

    /** For a change: others wait. */
    List<AbsenceCase> locked(Collection<UUID> ids) {
        return sql.sql(
                        "select * from absence_case where id = any(:ids::uuid[]) and state <> 'WITHDRAWN' order by id for update")
                .param("ids", Arguments.array(ids))
                .query(this::absenceCase)
                .list();
    }

    List<AbsenceCase> ofSessions(Collection<UUID> sessionIds) {
        return where("session_id = any(:ids::uuid[])", Map.of("ids", Arguments.array(sessionIds)));
    }

    List<AbsenceCase> ofLearners(Collection<UUID> learnerIds) {
        return where("learner_id = any(:ids::uuid[])", Map.of("ids", Arguments.array(learnerIds)));
    }

    List<AbsenceCase> ofLearnersAsKnownAt(Collection<UUID> learnerIds, Instant knownAt) {
        return sql.sql("""
                select c.id, c.session_id, c.learner_id, c.half_day, c.missing_minutes, past.state, c.deadline,
                       c.reason_code, c.justification_id, c.known_at
                  from absence_case c
                  join lateral (select e.state from absence_case_event e
                                 where e.case_id = c.id and e.at <= :at order by e.at desc, e.id desc limit 1) past on true
                 where c.learner_id = any(:ids::uuid[]) and past.state <> 'WITHDRAWN'
                 order by c.half_day, c.known_at, c.id
                """)
                .param("ids", Arguments.array(learnerIds))
                .param("at", Arguments.utc(knownAt))
                .query(this::absenceCase)
                .list();
    }

    List<AbsenceCase> ofHalfDay(UUID learnerId, String halfDay) {
        return where("learner_id = :learner and half_day = :half", Map.of("learner", learnerId, "half", halfDay));
    }

    List<AbsenceCase> ofLearnerSessions(UUID learnerId, Collection<UUID> sessionIds) {
        return where(
                "learner_id = :learner and session_id = any(:ids::uuid[])",
                Map.of("learner", learnerId, "ids", Arguments.array(sessionIds)));
    }

    List<UUID> sessionsOfOpenCases() {
        return sql.sql("select distinct session_id from absence_case where state in ('TO_JUSTIFY','UNDER_REVIEW')")
                .query((row, n) -> Columns.uuid(row, "session_id"))
                .list();
    }

    /** @param sessionIds null for all */
    List<AbsenceCase> open(@Nullable Collection<UUID> sessionIds, int limit, int offset) {
        return sql.sql("""
                select * from absence_case
                 where state in ('TO_JUSTIFY','UNDER_REVIEW')
                   and (:sessions::uuid[] is null or session_id = any(:sessions::uuid[]))
                 order by deadline, id limit :limit offset :offset
                """)
                .param("sessions", sessionIds == null ? null : Arguments.array(sessionIds))
                .param("limit", limit)
                .param("offset", offset)
                .query(this::absenceCase)
                .list();
    }

    void add(Collection<AbsenceCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into absence_case (id, session_id, learner_id, half_day, missing_minutes, state, deadline, known_at,
                                          changed_at)
                select id, session_id, learner_id, half_day, missing_minutes, 'TO_JUSTIFY', deadline, known_at, known_at
                  from jsonb_to_recordset(:rows::jsonb) as g(id uuid, session_id uuid, learner_id uuid, half_day text,
                       missing_minutes integer, deadline timestamptz, known_at timestamptz)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(cases.stream()
                                .map(one -> Map.of(
                                        "id", one.id(),
                                        "session_id", one.missed().sessionId(),
                                        "learner_id", one.learnerId(),
                                        "half_day", one.missed().halfDay(),
                                        "missing_minutes", one.missed().missingMinutes(),
                                        "deadline", one.deadline().toString(),
                                        "known_at", one.knownAt().toString()))
                                .toList()))
                .update();
    }

    void measure(Map<UUID, Integer> missingMinutes, Instant at) {
        if (missingMinutes.isEmpty()) {
            return;
        }
        sql.sql("""
                update absence_case c set missing_minutes = g.minutes, changed_at = :at, version = c.version + 1
                  from jsonb_to_recordset(:rows::jsonb) as g(id uuid, minutes integer) where c.id = g.id
                """)
                .param("at", Arguments.utc(at))
                .param(
                        "rows",
                        json.writeValueAsString(missingMinutes.entrySet().stream()
                                .map(e -> Map.of("id", e.getKey(), "minutes", e.getValue()))
                                .toList()))
                .update();
    }

    void withdraw(Collection<UUID> ids, Instant at) {
        if (!ids.isEmpty()) {
            sql.sql("update absence_case set state = 'WITHDRAWN', changed_at = :at, version = version + 1"
                            + " where id = any(:ids::uuid[])")
                    .param("at", Arguments.utc(at))
                    .param("ids", Arguments.array(ids))
                    .update();
        }
    }

    /** What a move sets; null leaves as it is. */
    record Move(
            JustificationState state,
            @Nullable Instant deadline,
            @Nullable UUID justificationId,
            @Nullable String reasonCode,
            @Nullable Map<String, String> effects) {}

    void move(Collection<UUID> ids, Move move, Instant at) {
        sql.sql("""
                update absence_case
                   set state = :state, changed_at = :at, version = version + 1,
                       deadline = coalesce(:deadline::timestamptz, deadline),
                       justification_id = coalesce(:justification::uuid, justification_id),
                       reason_code = coalesce(:reason::text, reason_code),
                       effects = coalesce(:effects::jsonb, effects)
                 where id = any(:ids::uuid[])
                """)
                .param("state", move.state().name())
                .param("at", Arguments.utc(at))
                .param("deadline", move.deadline() == null ? null : Arguments.utc(move.deadline()))
                .param("justification", move.justificationId())
                .param("reason", move.reasonCode())
                .param("effects", move.effects() == null ? null : json.writeValueAsString(move.effects()))
                .param("ids", Arguments.array(ids))
                .update();
    }

    /** Cases whose deadline has passed become unjustified, as of the deadline. */
    void endOverdue(Instant now, String by) {
        sql.sql("""
                with ended as (
                    update absence_case set state = 'UNJUSTIFIED', changed_at = deadline, version = version + 1
                     where state = 'TO_JUSTIFY' and deadline < :now returning id, deadline)
                insert into absence_case_event (case_id, at, state, by) select id, deadline, 'UNJUSTIFIED', :by from ended
                """).param("now", Arguments.utc(now)).param("by", by).update();
    }

    /** One line of the cases' history each. */
    void tell(Collection<UUID> ids, String state, String by, @Nullable String note, Instant at) {
        if (!ids.isEmpty()) {
            sql.sql("insert into absence_case_event (case_id, at, state, by, note)"
                            + " select id, :at, :state, :by, :note::text from unnest(:ids::uuid[]) as id")
                    .param("at", Arguments.utc(at))
                    .param("state", state)
                    .param("by", by)
                    .param("note", note)
                    .param("ids", Arguments.array(ids))
                    .update();
        }
    }

    private List<AbsenceCase> where(String condition, Map<String, ?> parameters) {
        return sql.sql("select * from absence_case where state <> 'WITHDRAWN' and " + condition
                        + " order by half_day, known_at, id")
                .params(parameters)
                .query(this::absenceCase)
                .list();
    }

    private AbsenceCase absenceCase(ResultSet row, int n) throws SQLException {
        return new AbsenceCase(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "learner_id"),
                new AbsenceCase.Missed(
                        Columns.uuid(row, "session_id"), row.getString("half_day"), row.getInt("missing_minutes")),
                JustificationState.valueOf(row.getString("state")),
                Columns.instant(row, "deadline"),
                new AbsenceCase.Justification(
                        row.getObject("justification_id", UUID.class), row.getString("reason_code")),
                Columns.instant(row, "known_at"));
    }
}
