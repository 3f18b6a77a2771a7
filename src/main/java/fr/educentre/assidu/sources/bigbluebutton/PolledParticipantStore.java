package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the last poll of an instance saw. */
@Component
class PolledParticipantStore {

    private static final String PREFIX = "poll:";

    private final JdbcClient sql;

    PolledParticipantStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Someone seen by a poll, which lists people and not their devices. */
    record Seen(String connection, String userId, @Nullable String name, boolean moderator) {}

    /** @param at null before the first poll; @param since polled without a gap; @param hooked web hooks came for it */
    record Polled(
            @Nullable Instant at,
            @Nullable Instant since,
            @Nullable Instant createdAt,
            boolean hooked) {}

    static String connection(BigBlueButtonParticipant person) {
        return PREFIX + person.key();
    }

    /** Locks the instance until the end of the transaction, so that two polls are read one after the other. */
    Polled lock(String occurrence, String meetingId, Instant now) {
        return sql.sql("""
                insert into bbb_occurrence (internal_meeting_id, meeting_id, heard_at) values (?, ?, ?)
                on conflict (internal_meeting_id) do update set heard_at = excluded.heard_at
                returning polled_at, polled_since, created_at, hooked_at is not null as hooked
                """)
                .params(occurrence, meetingId, Arguments.utc(now))
                .query((row, n) -> new Polled(
                        Columns.maybeInstant(row, "polled_at"),
                        Columns.maybeInstant(row, "polled_since"),
                        Columns.maybeInstant(row, "created_at"),
                        row.getBoolean("hooked")))
                .single();
    }

    /** Instances of the meeting where the last poll saw someone. */
    List<String> inhabited(String meetingId) {
        return sql.sql("""
                select o.internal_meeting_id from bbb_occurrence o
                 where o.meeting_id = ? and o.polled_at is not null
                   and exists (select 1 from bbb_person p
                                where p.internal_meeting_id = o.internal_meeting_id and p.present)
                 order by o.internal_meeting_id
                """).param(meetingId).query((row, n) -> row.getString(1)).list();
    }

    /** Whether a web hook came for the meeting since that instant. */
    boolean hooked(String meetingId, Instant since) {
        return sql.sql("select exists (select 1 from bbb_occurrence where meeting_id = ? and hooked_at >= ?)")
                .params(meetingId, Arguments.utc(since))
                .query(Boolean.class)
                .single();
    }

    Map<String, Seen> present(String occurrence) {
        Map<String, Seen> found = new LinkedHashMap<>();
        sql.sql("select * from bbb_person where internal_meeting_id = ? and present order by connection")
                .param(occurrence)
                .query(row -> {
                    found.put(
                            row.getString("connection"),
                            new Seen(
                                    row.getString("connection"),
                                    row.getString("user_id"),
                                    row.getString("name"),
                                    row.getBoolean("moderator")));
                });
        return found;
    }

    /** Of everyone polls ever saw in the instance. */
    Set<String> connectionsOf(String occurrence) {
        return new HashSet<>(
                sql.sql("select connection from bbb_person where internal_meeting_id = ? and connection like 'poll:%'")
                        .param(occurrence)
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    void came(String occurrence, Seen seen, Instant at) {
        sql.sql("""
                insert into bbb_person (internal_meeting_id, connection, user_id, name, moderator, present, seen_at)
                values (:occurrence, :connection, :user, :name, :moderator, true, :at)
                on conflict (internal_meeting_id, connection) do update
                   set present = true, seen_at = excluded.seen_at, name = excluded.name
                """)
                .param("occurrence", occurrence)
                .param("connection", seen.connection())
                .param("user", seen.userId())
                .param("name", seen.name())
                .param("moderator", seen.moderator())
                .param("at", Arguments.utc(at))
                .update();
    }

    void went(String occurrence, Collection<String> connections) {
        if (!connections.isEmpty()) {
            sql.sql("update bbb_person set present = false where internal_meeting_id = :occurrence"
                            + " and connection in (:connections)")
                    .param("occurrence", occurrence)
                    .param("connections", connections)
                    .update();
        }
    }

    void polled(String occurrence, Polled polled) {
        sql.sql("update bbb_occurrence set polled_at = :at, polled_since = :since, created_at = :created"
                        + " where internal_meeting_id = :occurrence")
                .param("at", Arguments.maybeUtc(polled.at()))
                .param("since", Arguments.maybeUtc(polled.since()))
                .param("created", Arguments.maybeUtc(polled.createdAt()))
                .param("occurrence", occurrence)
                .update();
    }
}
