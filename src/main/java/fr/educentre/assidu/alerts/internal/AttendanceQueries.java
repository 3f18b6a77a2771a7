package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened at the sessions of many learners: a read model of the columns that rules look at, in one statement a table
 * whatever the number of learners.
 */
@Component
class AttendanceQueries {

    static final String AWAITED = "AWAITING_DATA";
    private static final Duration LEFT_OPEN = Duration.ofDays(92);

    private final JdbcClient sql;

    AttendanceQueries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Now, or as it was known at an instant. */
    record Moment(Instant at, boolean past) {}

    record VerdictRow(
            UUID session,
            @Nullable UUID enrolment,
            String status,
            int taught,
            int observed,
            int credited,
            int late,
            int early) {}

    /** @param halfDay {@code 2026-11-23/AM}; @param closedAt null while open */
    record SessionRow(
            UUID id,
            String title,
            Module module,
            String modality,
            Slot slot,
            String state,
            @Nullable Instant closedAt,
            String site) {

        /** The part of the programme that it teaches. */
        record Module(@Nullable String code, @Nullable String title) {}

        /** When it is held. */
        record Slot(Instant startsAt, Instant endsAt, LocalDate day, String halfDay) {}
    }

    record CaseRow(
            UUID session,
            String state,
            @Nullable String reason,
            @Nullable Instant underReviewSince) {}

    Map<UUID, List<VerdictRow>> verdicts(Collection<UUID> learners, LocalDate from, LocalDate to, Moment moment) {
        var found = new HashMap<UUID, List<VerdictRow>>();
        String known = moment.past()
                ? "decided_at <= :at and (superseded_at is null or superseded_at > :at)"
                : "superseded_at is null and :at::timestamptz is not null";
        sql.sql(
                        "select learner_id, session_id, enrolment_id, status, taught_minutes, observed_minutes, credited_minutes,"
                                + " late_minutes, early_minutes from attendance_v_verdict where learner_id in (select unnest(:learners::uuid[]))"
                                + " and planned_on between :from and :to and " + known)
                .param("learners", Arguments.array(learners))
                .param("from", from)
                .param("to", to)
                .param("at", Arguments.utc(moment.at()))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>(64))
                            .add(new VerdictRow(
                                    Columns.uuid(row, 2),
                                    Columns.maybeUuid(row, 3),
                                    Columns.text(row, 4).intern(),
                                    row.getInt(5),
                                    row.getInt(6),
                                    row.getInt(7),
                                    row.getInt(8),
                                    row.getInt(9)));
                });
        return found;
    }

    /**
     * Adds those of which nothing is decided yet, although they have begun: a half-day is no absence while one of them is open.
     * Only of the last months: what was left open before will hardly be known any more, and there may be much of it.
     */
    void addAwaited(Map<UUID, List<VerdictRow>> verdicts, Collection<UUID> learners, Moment moment) {
        List<UUID> open = open(learners, moment);
        if (open.isEmpty()) {
            return;
        }
        sql.sql("""
                        select x.learner_id, x.session_id, x.enrolment_id, s.taught_minutes
                          from training_v_expected x join training_v_session s on s.id = x.session_id
                         where x.session_id in (select unnest(:open::uuid[]))
                           and x.learner_id in (select unnest(:learners::uuid[]))
                        """)
                .param("open", Arguments.array(open))
                .param("learners", Arguments.array(learners))
                .query(row -> {
                    UUID session = Columns.uuid(row, 2);
                    List<VerdictRow> known = verdicts.computeIfAbsent(Columns.uuid(row, 1), id -> new ArrayList<>());
                    if (known.stream().noneMatch(one -> one.session().equals(session))) {
                        known.add(
                                new VerdictRow(session, Columns.maybeUuid(row, 3), AWAITED, row.getInt(4), 0, 0, 0, 0));
                    }
                });
    }

    private List<UUID> open(Collection<UUID> learners, Moment moment) {
        String state = moment.past()
                ? "(s.stored_state = 'PLANNED' or s.stored_state = 'CLOSED' and s.closed_at > :at)"
                : "s.stored_state = 'PLANNED'";
        return sql.sql("select s.id from training_v_session s where " + state + """
                           and s.starts_at between :since and :at
                           and (s.group_id in (select m.group_id from training_v_membership m
                                                where m.learner_id in (select unnest(:learners::uuid[])))
                                or s.id in (select p.session_id from training_v_participant p
                                             where p.learner_id in (select unnest(:learners::uuid[]))
                                               and p.withdrawn_at is null))
                        """)
                .param("since", Arguments.utc(moment.at().minus(LEFT_OPEN)))
                .param("at", Arguments.utc(moment.at()))
                .param("learners", Arguments.array(learners))
                .query((row, n) -> Columns.uuid(row, 1))
                .list();
    }

    Map<UUID, SessionRow> sessions(Map<UUID, List<VerdictRow>> verdicts) {
        Set<UUID> ids = new HashSet<>();
        verdicts.values().forEach(rows -> rows.forEach(row -> ids.add(row.session())));
        var found = new HashMap<UUID, SessionRow>();
        sql.sql("""
                        select s.id, s.title, m.code, m.title, s.modality, s.starts_at, s.ends_at, s.stored_state,
                               s.closed_at, z.code, z.zone
                          from training_v_session s join training_v_site z on z.id = s.site_id
                          left join training_v_module m on m.id = s.module_id
                         where s.id in (select unnest(:ids::uuid[]))
                        """).param("ids", Arguments.array(ids)).query(row -> {
            Instant starts = Columns.instant(row, 6);
            var local = starts.atZone(ZoneId.of(Columns.text(row, 11)));
            LocalDate day = local.toLocalDate();
            UUID id = Columns.uuid(row, 1);
            found.put(
                    id,
                    new SessionRow(
                            id,
                            Columns.text(row, 2),
                            new SessionRow.Module(row.getString(3), row.getString(4)),
                            Columns.text(row, 5),
                            new SessionRow.Slot(
                                    starts, Columns.instant(row, 7), day, day + (local.getHour() < 13 ? "/AM" : "/PM")),
                            Columns.text(row, 8),
                            Columns.maybeInstant(row, 9),
                            Columns.text(row, 10)));
        });
        return found;
    }

    /** Learner to session to case. */
    Map<UUID, Map<UUID, CaseRow>> cases(Collection<UUID> learners, Moment moment) {
        var found = new HashMap<UUID, Map<UUID, CaseRow>>();
        String text = moment.past() ? """
                select c.learner_id, c.session_id, past.state, c.reason_code,
                       case when past.state = 'UNDER_REVIEW' then past.at end
                  from attendance_v_absence_case c
                  join lateral (select e.state, e.at from attendance_v_absence_case_event e
                                 where e.case_id = c.id and e.at <= :at order by e.at desc, e.id desc limit 1) past on true
                 where c.learner_id in (select unnest(:learners::uuid[])) and past.state <> 'WITHDRAWN'
                """ : """
                select c.learner_id, c.session_id, c.state, c.reason_code,
                       case when c.state = 'UNDER_REVIEW' then (select max(e.at) from attendance_v_absence_case_event e
                            where e.case_id = c.id and e.state = 'UNDER_REVIEW') end
                  from attendance_v_absence_case c
                 where c.learner_id in (select unnest(:learners::uuid[])) and c.state <> 'WITHDRAWN' and :at::timestamptz is not null
                """;
        sql.sql(text)
                .param("learners", Arguments.array(learners))
                .param("at", Arguments.utc(moment.at()))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, 1), id -> new HashMap<>())
                            .put(
                                    Columns.uuid(row, 2),
                                    new CaseRow(
                                            Columns.uuid(row, 2),
                                            Columns.text(row, 3),
                                            row.getString(4),
                                            Columns.maybeInstant(row, 5)));
                });
        return found;
    }

    /** Credited minutes by enrolment of verdicts older than those read one by one, for long courses. */
    Map<UUID, Integer> creditedBefore(Collection<UUID> enrolments, LocalDate before, Moment moment) {
        return sums(
                "select enrolment_id, sum(credited_minutes) from attendance_v_verdict where enrolment_id in (select unnest(:ids::uuid[]))"
                        + " and planned_on < :before and decided_at <= :at and (superseded_at is null or"
                        + " superseded_at > :at) group by enrolment_id",
                enrolments,
                before,
                moment);
    }

    /** Credited minutes by funding, for enrolments that have several. */
    Map<UUID, Integer> creditedByFunding(Collection<UUID> enrolments, LocalDate until, Moment moment) {
        return sums(
                "select (c ->> 'fundingId')::uuid, sum((c ->> 'minutes')::int) from attendance_v_verdict v"
                        + " cross join jsonb_array_elements(v.credits) c where v.enrolment_id in (select unnest(:ids::uuid[]))"
                        + " and v.planned_on < :before and v.decided_at <= :at and (v.superseded_at is null or"
                        + " v.superseded_at > :at) group by 1",
                enrolments,
                until,
                moment);
    }

    private Map<UUID, Integer> sums(String text, Collection<UUID> ids, LocalDate before, Moment moment) {
        var found = new HashMap<UUID, Integer>();
        if (ids.isEmpty()) {
            return found;
        }
        sql.sql(text)
                .param("ids", Arguments.array(ids))
                .param("before", before)
                .param("at", Arguments.utc(moment.at()))
                .query(row -> {
                    found.put(Columns.uuid(row, 1), row.getInt(2));
                });
        return found;
    }
}
