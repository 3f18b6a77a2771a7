package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that an administrator looks after. */
@Service
@AllowedRoles(Role.ADMIN)
public class AccountFigures {

    private static final Duration SOON = Duration.ofDays(30);

    /** As many failures as make an account wait, from wherever they come. */
    private static final int FAILURES = 10;

    private final JdbcClient sql;
    private final Clock clock;

    AccountFigures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param neverCame entered, and no password chosen yet
     * @param endingSoon within a month
     * @param slowedDown of late, too many wrong passwords
     */
    public record Counts(long neverCame, long endingSoon, long slowedDown) {}

    @Transactional(readOnly = true)
    public Counts counts() {
        Instant now = clock.instant();
        return sql.sql("""
                select count(*) filter (where password_hash = :none) as never_came,
                       count(*) filter (where valid_until > :now and valid_until <= :soon) as ending_soon,
                       (select count(*) from guessing_brake
                         where key like 'account:%' and failures >= :failures and last_at > :lately) as slowed_down
                  from account where enabled
                """)
                .param("none", Account.NO_PASSWORD)
                .param("now", Arguments.utc(now))
                .param("soon", Arguments.utc(now.plus(SOON)))
                .param("failures", FAILURES)
                .param("lately", Arguments.utc(now.minus(BrakePolicy.FORGOTTEN)))
                .query((row, n) ->
                        new Counts(row.getLong("never_came"), row.getLong("ending_soon"), row.getLong("slowed_down")))
                .single();
    }
}
