package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.SourceStateStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions made at Graph; those removed are remembered, for notifications on their way. */
@Component
class SubscriptionStore {

    private final JdbcClient sql;
    private final SourceStateStore states;
    private final Clock clock;

    SubscriptionStore(JdbcClient sql, SourceStateStore states, Clock clock) {
        this.sql = sql;
        this.states = states;
        this.clock = clock;
    }

    record Subscription(String id, String meetingKey, String joinUrl, Instant expiresAt, Instant neededUntil) {}

    Optional<String> meetingOf(String id) {
        return sql.sql("select meeting_key from teams_subscription where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    List<Subscription> live() {
        return sql.sql("select * from teams_subscription where removed_at is null order by expires_at, id")
                .query(SubscriptionStore::subscription)
                .list();
    }

    Optional<Subscription> live(String id) {
        return sql.sql("select * from teams_subscription where id = ? and removed_at is null")
                .param(id)
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** At once: Graph has it already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void made(Subscription one) {
        sql.sql("""
                insert into teams_subscription (id, meeting_key, join_url, expires_at, needed_until, created_at)
                values (:id, :meeting, :url, :expires, :needed, :now)
                on conflict (id) do update set expires_at = excluded.expires_at, needed_until = excluded.needed_until,
                                               removed_at = null
                """)
                .param("id", one.id())
                .param("meeting", one.meetingKey())
                .param("url", one.joinUrl())
                .param("expires", Arguments.utc(one.expiresAt()))
                .param("needed", Arguments.utc(one.neededUntil()))
                .param("now", Arguments.utc(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void lasts(String id, Instant expiresAt, Instant neededUntil) {
        sql.sql("update teams_subscription set expires_at = ?, needed_until = ? where id = ?")
                .params(Arguments.utc(expiresAt), Arguments.utc(neededUntil), id)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void removed(String id) {
        sql.sql("update teams_subscription set removed_at = ? where id = ? and removed_at is null")
                .params(Arguments.utc(clock.instant()), id)
                .update();
    }

    /** Taken all the same, as its secret is right; but someone may want to know who subscribed. */
    void seen(String id) {
        boolean unknown = sql.sql("select exists (select 1 from teams_subscription)"
                        + " and not exists (select 1 from teams_subscription where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (unknown) {
            states.failed(
                    TeamsSettings.CONNECTOR,
                    Wording.of("connectors.teams.problem.unknownSubscription", id.isEmpty() ? "?" : id));
        }
    }

    private static Subscription subscription(ResultSet row, int n) throws SQLException {
        return new Subscription(
                row.getString("id"),
                row.getString("meeting_key"),
                row.getString("join_url"),
                Columns.instant(row, "expires_at"),
                Columns.instant(row, "needed_until"));
    }
}
