package fr.educentre.assidu.overview;

import fr.educentre.assidu.jdbc.Arguments;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where learners stand beside the attendance that the centre wants of them, and what is still possible: everything to come
 * attended, and what is not known yet too.
 */
@Component
public class AttendanceObjective {

    private final JdbcClient sql;
    private final Clock clock;
    private final BigDecimal objective;

    AttendanceObjective(JdbcClient sql, Clock clock, @Value("${assidu.attendance.objective:90}") int percent) {
        this.sql = sql;
        this.clock = clock;
        this.objective = BigDecimal.valueOf(percent).movePointLeft(2).min(BigDecimal.ONE);
    }

    /** How a rate stands beside the objective. */
    public enum Standing {
        /** No session was closed yet. */
        UNKNOWN,
        REACHED,
        POSSIBLE,
        /** Not even by attending everything to come. */
        OUT_OF_REACH
    }

    /**
     * What is wanted and what is possible; rates between 0 and 1.
     *
     * @param best the highest rate of attendance that is still possible
     * @param bestCompletion the highest rate of agreed hours that is still possible, at most 1
     */
    public record Outlook(
            Standing standing,
            BigDecimal objective,
            @Nullable BigDecimal best,
            @Nullable BigDecimal bestCompletion) {}

    /** Of a learner whose figures are these. Whose learner it is, the caller has checked. */
    @Transactional(readOnly = true)
    public Outlook of(UUID learnerId, AttendanceFigures figures) {
        int toCome = toCome(learnerId) + figures.attendance().unknownMinutes();
        BigDecimal best = AttendanceFigures.rate(
                figures.attendance().observedMinutes() + toCome,
                figures.attendance().taughtMinutesToDate() + toCome);
        BigDecimal completion = AttendanceFigures.rate(
                figures.hours().creditedMinutes() + toCome, figures.hours().agreedMinutes());
        return new Outlook(
                standing(figures.attendance().attendanceRateToDate(), best),
                objective,
                best,
                completion == null ? null : completion.min(BigDecimal.ONE));
    }

    private Standing standing(@Nullable BigDecimal rate, @Nullable BigDecimal best) {
        if (rate == null || best == null) {
            return Standing.UNKNOWN;
        }
        if (rate.compareTo(objective) >= 0) {
            return Standing.REACHED;
        }
        return best.compareTo(objective) >= 0 ? Standing.POSSIBLE : Standing.OUT_OF_REACH;
    }

    /** Taught minutes of the sessions at which the learner is still expected. */
    private int toCome(UUID learnerId) {
        return sql.sql("""
                select coalesce(sum(s.taught_minutes), 0)::int
                  from training_v_session s
                  join training_v_expected x on x.session_id = s.id and x.learner_id = :learner
                 where s.stored_state = 'PLANNED' and s.starts_at > :now
                   and (s.group_id in (select m.group_id from training_v_membership m where m.learner_id = :learner)
                        or s.id in (select p.session_id from training_v_participant p
                                     where p.learner_id = :learner and p.withdrawn_at is null))
                """)
                .param("learner", learnerId)
                .param("now", Arguments.utc(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
