package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.justification.AbsentPeople.Call;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.justification.AbsentPeople.HalfDay;
import fr.educentre.assidu.justification.internal.AbsentPeopleQueries.Half;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of calls to absent people: added to, and a line withdrawn; never changed. */
@Component
class AbsenceCallStore {

    private final JdbcClient sql;

    AbsenceCallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where a call of that id is there already */
    boolean add(Half half, LocalDate day, Call call, String account) {
        return sql.sql("""
                insert into absence_call (id, learner_id, day, half_day, outcome, note, called_at, called_by, called_by_account)
                values (:id, :learner, :day, :half, :outcome, :note, :at, :by, :account) on conflict (id) do nothing
                """)
                        .param("id", call.id())
                        .param("learner", half.learnerId())
                        .param("day", day)
                        .param("half", half.halfDay().name())
                        .param("outcome", call.outcome().name())
                        .param("note", call.note())
                        .param("at", Arguments.utc(call.at()))
                        .param("by", call.by())
                        .param("account", account)
                        .update()
                > 0;
    }

    /** The account that noted it, unless it was taken back. */
    Optional<String> authorOf(UUID learnerId, UUID callId) {
        return sql.sql("select called_by_account from absence_call"
                        + " where id = :id and learner_id = :learner and withdrawn_at is null")
                .param("id", callId)
                .param("learner", learnerId)
                .query(String.class)
                .optional();
    }

    boolean withdraw(UUID callId, Instant at, String by) {
        return sql.sql("update absence_call set withdrawn_at = :at, withdrawn_by = :by"
                                + " where id = :id and withdrawn_at is null")
                        .param("at", Arguments.utc(at))
                        .param("by", by)
                        .param("id", callId)
                        .update()
                > 0;
    }

    /** Latest first. */
    Map<Half, List<Call>> on(LocalDate day, Collection<UUID> learnerIds) {
        Map<Half, List<Call>> found = new HashMap<>();
        sql.sql("""
                select id, learner_id, half_day, outcome, note, called_at, called_by from absence_call
                 where day = :day and learner_id = any(cast(:ids as uuid[])) and withdrawn_at is null
                 order by called_at desc, id desc
                """).param("day", day).param("ids", Arguments.array(learnerIds)).query(row -> {
            found.computeIfAbsent(
                            new Half(Columns.uuid(row, "learner_id"), HalfDay.valueOf(row.getString("half_day"))),
                            half -> new ArrayList<>())
                    .add(new Call(
                            Columns.uuid(row, "id"),
                            CallOutcome.valueOf(row.getString("outcome")),
                            row.getString("note"),
                            Columns.instant(row, "called_at"),
                            row.getString("called_by")));
        });
        return found;
    }
}
