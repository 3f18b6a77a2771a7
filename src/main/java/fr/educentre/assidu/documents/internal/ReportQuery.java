package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.AttendanceReports.Outlook;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a report, read through a cursor by one statement. */
@Component
class ReportQuery {

    private static final int FETCH = 500;

    private static final String FROM = """
              from training_v_expected x
              join training_v_session s on s.id = x.session_id
              join training_v_site z on z.id = s.site_id
              left join attendance_v_verdict v on v.session_id = x.session_id and v.learner_id = x.learner_id
                   and v.planned_on = s.planned_on and v.superseded_at is null
            """;

    private static final String ROWS = """
            select x.learner_id, s.starts_at, s.ends_at, z.zone, g.name as group_name, l.external_id, l.last_name, l.first_name,
                   s.title, m.title as module, s.modality, t.first_name || ' ' || t.last_name as trainer,
                   coalesce(v.status, 'AWAITING_DATA') as status, c.state as justification, s.taught_minutes,
                   coalesce(v.observed_minutes, 0) as observed, coalesce(v.credited_minutes, 0) as credited,
                   coalesce(v.late_minutes, 0) as late, coalesce(v.early_minutes, 0) as early,
                   (select string_agg(distinct i ->> 'source', ',') from jsonb_array_elements(v.intervals) i) as sources,
                   v.decided_by, v.rule_id, coalesce(v.rule_version, 0) as rule_version,
                   (select string_agg(u.name || coalesce(' ' || f.file_number, ''), ' ; ' order by f.priority)
                      from training_v_funding f join training_v_funder u on u.id = f.funder_id
                     where f.enrolment_id = x.enrolment_id
                       and (s.starts_at at time zone z.zone)::date between f.starts_on and f.ends_on) as funders
            """ + FROM + """
              join training_v_group g on g.id = s.group_id
              join training_v_learner l on l.id = x.learner_id
              join training_v_trainer t on t.id = coalesce(s.actual_trainer_id, s.trainer_id)
              left join training_v_module m on m.id = s.module_id
              left join attendance_v_absence_case c on c.session_id = x.session_id and c.learner_id = x.learner_id and c.state <> 'WITHDRAWN'
            """;

    private static final String ORDER =
            " order by l.last_name collate french, l.first_name collate french, l.id, s.starts_at, s.id";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;

    ReportQuery(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** @param trainerId only sessions of the groups this trainer teaches */
    void each(Filter filter, @Nullable UUID trainerId, Consumer<ReportRow> rows) {
        var parameters = new MapSqlParameterSource();
        String sql = ROWS + where(filter, trainerId, parameters) + ORDER;
        reading.executeWithoutResult(status -> jdbc.query(sql, parameters, row -> {
            rows.accept(row(row));
        }));
    }

    Outlook outlook(Filter filter, @Nullable UUID trainerId) {
        var parameters = new MapSqlParameterSource();
        String sql = """
                select count(*) as n, count(distinct x.learner_id) as learners, count(distinct x.session_id) as sessions,
                       count(*) filter (where coalesce(v.status, 'AWAITING_DATA') = 'AWAITING_DATA') as awaiting,
                       count(*) filter (where v.status in ('PRESENT', 'LATE', 'LEFT_EARLY', 'PARTIAL') and not v.proof_sufficient) as without_proof,
                       count(distinct x.session_id) filter (where s.stored_state <> 'CLOSED') as open_sessions
                """ + FROM + where(filter, trainerId, parameters);
        return Objects.requireNonNull(jdbc.queryForObject(
                sql,
                parameters,
                (row, i) -> new Outlook(
                        row.getLong("n"),
                        row.getLong("learners"),
                        row.getLong("sessions"),
                        row.getLong("awaiting"),
                        row.getLong("without_proof"),
                        row.getLong("open_sessions"))));
    }

    private String where(Filter filter, @Nullable UUID trainerId, MapSqlParameterSource parameters) {
        var where = new StringBuilder(" where s.stored_state in ('PLANNED', 'CLOSED') and s.starts_at <= :now");
        parameters.addValue("now", Arguments.utc(clock.instant()));
        if (filter.from() != null) {
            where.append(" and s.starts_at >= cast(:from as date)::timestamp at time zone z.zone");
            parameters.addValue("from", filter.from());
        }
        if (filter.to() != null) {
            where.append(" and s.starts_at < (cast(:to as date) + 1)::timestamp at time zone z.zone");
            parameters.addValue("to", filter.to());
        }
        if (filter.groupId() != null) {
            where.append(" and s.group_id = :group");
            parameters.addValue("group", filter.groupId());
        }
        if (filter.learnerId() != null) {
            where.append(" and x.learner_id = :learner");
            parameters.addValue("learner", filter.learnerId());
        }
        if (filter.funderId() != null) {
            where.append('\n').append("""
                     and exists (select 1 from training_v_funding f where f.enrolment_id = x.enrolment_id and f.funder_id = :funder
                                  and (s.starts_at at time zone z.zone)::date between f.starts_on and f.ends_on)""");
            parameters.addValue("funder", filter.funderId());
        }
        if (trainerId != null) {
            where.append('\n').append("""
                     and s.group_id in (select o.group_id from training_v_session o where o.trainer_id = :trainer
                                         union select o.group_id from training_v_session o where o.actual_trainer_id = :trainer
                                         union select o.group_id from training_v_co_trainer k join training_v_session o on o.id = k.session_id
                                                where k.trainer_id = :trainer)""");
            parameters.addValue("trainer", trainerId);
        }
        return where.toString();
    }

    private static ReportRow row(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        var start = Columns.instant(row, "starts_at").atZone(zone);
        var end = Columns.instant(row, "ends_at").atZone(zone);
        var sources = row.getString("sources");
        return new ReportRow(
                new ReportRow.Learner(
                        row.getObject("learner_id", UUID.class),
                        row.getString("external_id"),
                        row.getString("last_name"),
                        row.getString("first_name")),
                new ReportRow.Session(
                        row.getString("group_name"),
                        row.getString("title"),
                        row.getString("module"),
                        row.getString("modality"),
                        row.getString("trainer")),
                new ReportRow.Slot(start.toLocalDate(), start.toLocalTime(), end.toLocalTime()),
                new ReportRow.Outcome(row.getString("status"), row.getString("justification")),
                new ReportRow.Minutes(
                        row.getInt("taught_minutes"),
                        row.getInt("observed"),
                        row.getInt("credited"),
                        row.getInt("late"),
                        row.getInt("early")),
                sources == null ? List.of() : List.of(sources.split(",")),
                new ReportRow.Decision(
                        row.getString("decided_by"), row.getString("rule_id"), row.getInt("rule_version")),
                row.getString("funders"));
    }
}
