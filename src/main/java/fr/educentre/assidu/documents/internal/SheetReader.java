package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.SheetFacts.CorrectionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.FundingFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.TraceFacts;
import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a sheet prints: five statements, whatever the number of sessions and learners. */
@Component
class SheetReader {

    private static final String SESSIONS = """
            select s.id, s.title, s.group_id, g.name as group_name, p.title as programme, m.title as module,
                   z.name as site_name, z.address || ', ' || z.postal_code || ' ' || z.city as site_address, z.zone, s.room,
                   s.modality, s.meeting_provider, coalesce(a.first_name, t.first_name) || ' ' || coalesce(a.last_name, t.last_name) as trainer,
                   case when a.id is not null and a.id <> t.id then t.first_name || ' ' || t.last_name end as replaced_trainer,
                   (select string_agg(c.first_name || ' ' || c.last_name, ', ' order by c.last_name collate french, c.first_name collate french)
                      from training_v_co_trainer sc join training_v_trainer c on c.id = sc.trainer_id where sc.session_id = s.id) as co_trainers,
                   s.starts_at, s.ends_at, s.taught_minutes, s.stored_state, s.data_complete_at, s.closed_at, s.closed_by, s.change_reason,
                   (select array_agg(b.from_at order by b.position) from training_v_session_break b where b.session_id = s.id) as break_from,
                   (select array_agg(b.to_at order by b.position) from training_v_session_break b where b.session_id = s.id) as break_to,
                   (select min(e.signed_at) from attendance_v_signature e
                     where e.session_id = s.id
                       and (lower(e.person_email) = lower(coalesce(a.email, t.email))
                            or e.person_key in (coalesce(a.external_id, t.external_id), lower(coalesce(a.email, t.email))))) as trainer_signed_at
              from training_v_session s
              join training_v_group g on g.id = s.group_id
              join training_v_programme p on p.id = g.programme_id
              join training_v_site z on z.id = s.site_id
              join training_v_trainer t on t.id = s.trainer_id
              left join training_v_trainer a on a.id = s.actual_trainer_id
              left join training_v_module m on m.id = s.module_id
            """;

    private final JdbcClient jdbc;
    private final SheetRows rows;
    private final Clock clock;

    SheetReader(JdbcClient jdbc, SheetRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    SheetFacts ofSession(UUID sessionId) {
        var sessions = jdbc.sql(SESSIONS + " where s.id = :id")
                .param("id", sessionId)
                .query(rows::session)
                .list();
        return complete(sessions, null);
    }

    /** Sessions begun, neither cancelled nor postponed, where the learner is expected. */
    SheetFacts ofLearner(UUID learnerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        var sessions = jdbc.sql(SESSIONS + """
                         where s.id in (select x.session_id from training_v_expected x where x.learner_id = :learner)
                           and s.stored_state in ('PLANNED', 'CLOSED') and s.starts_at <= :now
                           and (s.starts_at at time zone z.zone)::date between :from and :to
                         order by s.starts_at, s.id""")
                .param("learner", learnerId)
                .param("now", Arguments.utc(clock.instant()))
                .param("from", from == null ? LocalDate.of(1900, 1, 1) : from)
                .param("to", to == null ? LocalDate.of(2999, 12, 31) : to)
                .query(rows::session)
                .list();
        return complete(sessions, learnerId);
    }

    private SheetFacts complete(List<SessionFacts> sessions, @Nullable UUID learnerId) {
        if (sessions.isEmpty()) {
            return new SheetFacts(sessions, List.of(), Map.of(), List.of());
        }
        UUID[] ids = sessions.stream().map(SessionFacts::id).toArray(UUID[]::new);
        var traces = traces(ids, learnerId);
        List<LineFacts> lines = jdbc.sql("""
                        select x.session_id, x.learner_id, l.first_name || ' ' || l.last_name as learner, l.external_id, x.enrolment_id,
                               v.version, v.status, coalesce(v.observed_minutes, 0) as observed,
                               coalesce(v.credited_minutes, 0) as credited, coalesce(v.late_minutes, 0) as late,
                               coalesce(v.early_minutes, 0) as early, coalesce(v.proof_sufficient, false) as proof, v.intervals,
                               v.decided_by, v.decided_at, c.state as justification
                          from training_v_expected x
                          join training_v_session s on s.id = x.session_id
                          join training_v_learner l on l.id = x.learner_id
                          left join attendance_v_verdict v on v.session_id = x.session_id and v.learner_id = x.learner_id
                               and v.planned_on = s.planned_on and v.superseded_at is null
                          left join attendance_v_absence_case c on c.session_id = x.session_id and c.learner_id = x.learner_id and c.state <> 'WITHDRAWN'
                         where x.session_id = any(:ids) and (cast(:learner as uuid) is null or x.learner_id = :learner)
                         order by s.starts_at, s.id, l.last_name collate french, l.first_name collate french, l.id""")
                .param("ids", ids)
                .param("learner", learnerId)
                .query((row, i) -> rows.line(row, traces))
                .list();
        return new SheetFacts(sessions, lines, fundings(lines), corrections(ids, learnerId));
    }

    private Map<SheetRows.Key, List<TraceFacts>> traces(UUID[] sessionIds, @Nullable UUID learnerId) {
        var found = new HashMap<SheetRows.Key, List<TraceFacts>>();
        jdbc.sql("""
                        select session_id, learner_id, source, kind, min(from_at) as first, max(to_at) as last, count(*) as traces,
                               max(by) as by
                          from attendance_v_trace
                         where session_id = any(:ids) and kind in ('INTERVAL', 'SIGNATURE', 'MARK')
                           and (cast(:learner as uuid) is null or learner_id = :learner)
                         group by 1, 2, 3, 4
                         order by 1, 2, 5""")
                .param("ids", sessionIds)
                .param("learner", learnerId)
                .query((row, i) -> found.computeIfAbsent(SheetRows.key(row), k -> new ArrayList<>())
                        .add(SheetRows.trace(row)))
                .list();
        return found;
    }

    private Map<UUID, List<FundingFacts>> fundings(List<LineFacts> lines) {
        UUID[] enrolments = lines.stream()
                .map(one -> one.learner().enrolmentId())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        var found = new HashMap<UUID, List<FundingFacts>>();
        jdbc.sql("""
                        select f.enrolment_id, u.name, f.file_number, f.starts_on, f.ends_on
                          from training_v_funding f join training_v_funder u on u.id = f.funder_id
                         where f.enrolment_id = any(:ids)
                         order by f.enrolment_id, f.priority, u.name collate french""")
                .param("ids", enrolments)
                .query((row, i) -> found.computeIfAbsent(
                                row.getObject("enrolment_id", UUID.class), k -> new ArrayList<>())
                        .add(new FundingFacts(
                                row.getString("name"),
                                row.getString("file_number"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))))
                .list();
        return found;
    }

    /** A person's decision that changed what stood: the first statement about a learner is no correction. */
    private List<CorrectionFacts> corrections(UUID[] sessionIds, @Nullable UUID learnerId) {
        return jdbc.sql("""
                        select w.*, l.first_name || ' ' || l.last_name as learner
                          from (select v.session_id, v.learner_id, v.version, v.decided_at, v.decided_by, v.decided_by_role, v.person_reason,
                                       v.status, v.observed_minutes,
                                       lag(v.status) over versions as before, lag(v.observed_minutes) over versions as minutes_before
                                  from attendance_v_verdict v
                                  join training_v_session s on s.id = v.session_id and s.planned_on = v.planned_on
                                 where v.session_id = any(:ids) and (cast(:learner as uuid) is null or v.learner_id = :learner)
                                window versions as (partition by v.session_id, v.learner_id order by v.version)) w
                          join training_v_learner l on l.id = w.learner_id
                         where w.decided_by is not null and w.before is not null and w.before <> 'AWAITING_DATA'
                           and (w.before <> w.status or w.minutes_before <> w.observed_minutes)
                         order by w.decided_at, l.id""")
                .param("ids", sessionIds)
                .param("learner", learnerId)
                .query(SheetRows::correction)
                .list();
    }
}
