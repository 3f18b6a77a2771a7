package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes from where accounts are signed in, and whether one of these sessions was ended. A session is named by a key of its own:
 * whoever reads the notes cannot take it over.
 */
@Component
class SeenSessions {

    private static final String KEY = "assidu.session";
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int LONGEST = 300;

    private final JdbcClient sql;
    private final Clock clock;

    SeenSessions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the session of a request goes on; it is noted where it is new or was not seen for a while. */
    boolean goesOn(HttpServletRequest request, UUID account) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return true;
        }
        if (session.getAttribute(KEY) instanceof UUID known) {
            Optional<Seen> seen = find(known);
            if (seen.isPresent()) {
                return seen.get().endedAt() == null
                        && seenAgain(known, seen.get().lastSeenAt());
            }
        }
        session.setAttribute(KEY, begun(request, account));
        return true;
    }

    private Optional<Seen> find(UUID id) {
        return sql.sql("select last_seen_at, ended_at from account_session where id = ?")
                .param(id)
                .query((row, n) ->
                        new Seen(Columns.instant(row, "last_seen_at"), Columns.maybeInstant(row, "ended_at")))
                .optional();
    }

    private boolean seenAgain(UUID id, Instant before) {
        Instant now = clock.instant();
        if (before.plus(SEEN_AGAIN).isBefore(now)) {
            sql.sql("update account_session set last_seen_at = ? where id = ?")
                    .params(Arguments.utc(now), id)
                    .update();
        }
        return true;
    }

    private UUID begun(HttpServletRequest request, UUID account) {
        UUID id = TimeOrderedId.next();
        Instant now = clock.instant();
        sql.sql("insert into account_session (id, account_id, address, browser, started_at, last_seen_at)"
                        + " values (:id, :account, :address, :browser, :now, :now)")
                .param("id", id)
                .param("account", account)
                .param("address", request.getRemoteAddr())
                .param("browser", browser(request.getHeader(HttpHeaders.USER_AGENT)))
                .param("now", Arguments.utc(now))
                .update();
        sql.sql("delete from account_session where started_at < :old and last_seen_at < :old")
                .param("old", Arguments.utc(now.minus(REMEMBERED)))
                .update();
        return id;
    }

    private static String browser(@Nullable String told) {
        String text = Objects.requireNonNullElse(told, "").replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Signed out, ended or left alone too long. */
    void over(HttpSession session) {
        if (session.getAttribute(KEY) instanceof UUID known) {
            sql.sql("update account_session set ended_at = ? where id = ? and ended_at is null")
                    .params(Arguments.utc(clock.instant()), known)
                    .update();
        }
    }

    private record Seen(Instant lastSeenAt, @Nullable Instant endedAt) {}
}
