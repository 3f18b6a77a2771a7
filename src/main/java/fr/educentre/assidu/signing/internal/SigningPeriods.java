package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a session's sheet was open. */
@Component
class SigningPeriods {

    private final JdbcClient sql;

    SigningPeriods(JdbcClient sql) {
        this.sql = sql;
    }

    /** Since when it is open. */
    Optional<Instant> openSince(UUID sessionId) {
        return sql.sql("select opened_at from signing_period where session_id = :session and closed_at is null")
                .param("session", sessionId)
                .query((row, n) -> Columns.instant(row, "opened_at"))
                .optional();
    }

    /** Whether it was open at that moment. */
    boolean openAt(UUID sessionId, Instant moment) {
        return sql.sql("""
                        select exists (select from signing_period where session_id = :session and opened_at <= :at
                                          and (closed_at is null or closed_at > :at))
                        """)
                .param("session", sessionId)
                .param("at", Arguments.utc(moment))
                .query(Boolean.class)
                .single();
    }

    /** @return false where it is open already */
    boolean open(UUID sessionId, Instant at, String by) {
        return sql.sql("""
                        insert into signing_period (id, session_id, opened_at, opened_by)
                        values (:id, :session, :at, :by) on conflict (session_id) where closed_at is null do nothing
                        """)
                        .param("id", TimeOrderedId.next())
                        .param("session", sessionId)
                        .param("at", Arguments.utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** @return false where it is closed already */
    boolean close(UUID sessionId, Instant at, String by) {
        return sql.sql("""
                        update signing_period set closed_at = greatest(opened_at, :at), closed_by = :by
                         where session_id = :session and closed_at is null
                        """)
                        .param("session", sessionId)
                        .param("at", Arguments.utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }
}
