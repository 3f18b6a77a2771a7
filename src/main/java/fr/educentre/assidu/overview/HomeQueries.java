package fr.educentre.assidu.overview;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the home screen counts; a bounded number of statements. The caller says which trainer sees it. */
@Component
public class HomeQueries {

    private static final ZoneId WEEKS = ZoneId.of("Europe/Paris");
    private static final String OF_TRAINER = """
             and (cast(:trainer as uuid) is null or s.trainer_id = :trainer or s.actual_trainer_id = :trainer
                  or exists (select from training_v_co_trainer c where c.session_id = s.id and c.trainer_id = :trainer))
            """;

    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;

    HomeQueries(NamedParameterJdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether anything was ever planned. */
    @Transactional(readOnly = true)
    public boolean anySession() {
        return Boolean.TRUE.equals(
                sql.queryForObject("select exists (select from training_v_session)", Map.of(), Boolean.class));
    }

    /** Learners expected, arrived, and of whom nothing is known yet, by session. */
    @Transactional(readOnly = true)
    public Map<UUID, Arrivals> arrivals(Collection<UUID> sessionIds) {
        Map<UUID, Arrivals> found = new HashMap<>();
        if (sessionIds.isEmpty()) {
            return found;
        }
        sql.query("""
                select x.session_id, count(*) as expected,
                       count(*) filter (where v.status in ('PRESENT','LATE','LEFT_EARLY','PARTIAL')
                           or exists (select from evidence_v_match m
                                       where m.session_id = x.session_id and m.learner_id = x.learner_id
                                         and v.status is distinct from 'ABSENT')) as arrived,
                       count(*) filter (where coalesce(v.status, 'AWAITING_DATA') = 'AWAITING_DATA') as unknown
                  from training_v_expected x
                  join training_v_session s on s.id = x.session_id
                  left join attendance_v_verdict v on v.session_id = x.session_id and v.learner_id = x.learner_id
                       and v.planned_on = s.planned_on and v.superseded_at is null
                 where x.session_id in (:ids)
                 group by x.session_id
                """, Map.of("ids", sessionIds), row -> {
            found.put(row.getObject(1, UUID.class), new Arrivals(row.getInt(2), row.getInt(3), row.getInt(4)));
        });
        return found;
    }

    /** Sessions that are over: how many await data, how many wait to be closed, how many are closed. */
    @Transactional(readOnly = true)
    public Over over(@Nullable UUID trainerId) {
        return Objects.requireNonNull(sql.queryForObject(
                """
                select count(*) filter (where s.stored_state = 'PLANNED' and s.data_complete_at is null) as awaiting,
                       count(*) filter (where s.stored_state = 'PLANNED' and s.data_complete_at is not null) as to_close,
                       count(*) filter (where s.stored_state = 'CLOSED') as closed
                  from training_v_session s
                 where s.ends_at <= :now
                """ + OF_TRAINER,
                parameters(trainerId).addValue("now", Arguments.utc(clock.instant())),
                (row, n) -> new Over(row.getLong("awaiting"), row.getLong("to_close"), row.getLong("closed"))));
    }

    /** Attendance to date of the last weeks, oldest first, beside the same number of weeks before them. */
    @Transactional(readOnly = true)
    public Trend trend(@Nullable UUID trainerId, int weeks) {
        LocalDate monday =
                LocalDate.now(clock.withZone(WEEKS)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = monday.minusWeeks(2L * weeks - 1);
        Map<LocalDate, Double> rates = new HashMap<>();
        sql.query("""
                select date_trunc('week', v.planned_on)::date as week,
                       sum(v.observed_minutes)::float / nullif(sum(v.taught_minutes), 0) as rate
                  from attendance_v_verdict v
                  join training_v_session s on s.id = v.session_id
                 where v.superseded_at is null and v.planned_on >= :first and s.stored_state = 'CLOSED'
                   and v.status not in ('AWAITING_DATA','EXEMPT')
                """ + OF_TRAINER + " group by 1", parameters(trainerId).addValue("first", first), row -> {
            double rate = row.getDouble(2);
            if (!row.wasNull()) {
                rates.put(row.getObject(1, LocalDate.class), rate);
            }
        });
        List<LocalDate> starts = new ArrayList<>();
        List<@Nullable Double> recent = new ArrayList<>();
        List<@Nullable Double> before = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            starts.add(monday.minusWeeks(weeks - 1L - week));
            recent.add(rates.get(monday.minusWeeks(weeks - 1L - week)));
            before.add(rates.get(first.plusWeeks(week)));
        }
        return new Trend(starts, recent, before);
    }

    private static MapSqlParameterSource parameters(@Nullable UUID trainerId) {
        return new MapSqlParameterSource("trainer", trainerId);
    }

    /** Of a session: learners expected, those who arrived, and those whose status is not known yet. */
    public record Arrivals(int expected, int arrived, int unknown) {

        static final Arrivals NONE = new Arrivals(0, 0, 0);

        /** Of the sessions that were asked about, one where nobody is expected has no figures. */
        public static Arrivals of(Map<UUID, Arrivals> found, UUID session) {
            return found.getOrDefault(session, NONE);
        }

        /** Whether every status is known. */
        public boolean decided() {
            return expected > 0 && unknown == 0;
        }
    }

    public record Over(long awaitingData, long toClose, long closed) {}

    /** Rates between 0 and 1, null for a week without closed sessions. */
    public record Trend(List<LocalDate> weeks, List<@Nullable Double> recent, List<@Nullable Double> before) {}
}
