package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Calendars.CancelledTitles;
import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Doubts;
import fr.educentre.assidu.imports.Calendars.Feed;
import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.calendars.CalendarClient.Version;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscriptions as they are kept. */
@Component
class CalendarFeedStore {

    private static final String SELECT = """
            select f.*, g.name as group_name from calendar_feed f join training_v_group g on g.id = f.group_id
             where f.stopped_at is null
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Texts texts;

    CalendarFeedStore(JdbcClient sql, Clock clock, Texts texts) {
        this.texts = texts;
        this.sql = sql;
        this.clock = clock;
    }

    /** A subscription with what only its reading needs. */
    record StoredFeed(Feed feed, URI address, Choices choices, Version version) {}

    UUID add(String name, URI address, Choices choices, String by) {
        UUID id = TimeOrderedId.next();
        try {
            sql.sql("""
                            insert into calendar_feed (id, name, url, group_id, trainer_id, site_id, lunch_from, lunch_to,
                                   same_events, cancelled_titles, created_by, created_at)
                            values (:id, :name, :url, :group, :trainer, :site, :from, :to, :same, :cancelled, :by, :at)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("url", address.toString())
                    .param("group", choices.groupId())
                    .param("trainer", choices.trainerId(), Types.OTHER)
                    .param("site", choices.siteId(), Types.OTHER)
                    .param("from", choices.lunchFrom(), Types.TIME)
                    .param("to", choices.lunchTo(), Types.TIME)
                    .param("same", choices.doubts().sameEvents().name())
                    .param("cancelled", choices.doubts().cancelledTitles().name())
                    .param("by", by)
                    .param("at", now())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.calendar.known");
        }
        return id;
    }

    void good(UUID id, Version version) {
        sql.sql("update calendar_feed set last_read_at = :at, last_good_at = :at, problem = null, etag = :etag,"
                        + " last_modified = :modified where id = :id")
                .param("at", now())
                .param("etag", version.etag())
                .param("modified", version.lastModified())
                .param("id", id)
                .update();
    }

    void bad(UUID id, Wording problem) {
        sql.sql("update calendar_feed set last_read_at = ?, problem = ? where id = ?")
                .params(now(), problem.stored(), id)
                .update();
    }

    void stop(UUID id) {
        sql.sql("update calendar_feed set stopped_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    List<StoredFeed> all() {
        return sql.sql(SELECT + " order by f.name collate french, f.id")
                .query(this::read)
                .list();
    }

    StoredFeed get(UUID id) {
        return sql.sql(SELECT + " and f.id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("calendar"));
    }

    private StoredFeed read(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        URI address = URI.create(row.getString("url"));
        return new StoredFeed(
                new Feed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        address.getHost(),
                        row.getObject("group_id", UUID.class),
                        row.getString("group_name"),
                        Columns.maybeInstant(row, "last_read_at"),
                        Columns.maybeInstant(row, "last_good_at"),
                        problem == null ? null : Wording.shown(problem, texts)),
                address,
                new Choices(
                        row.getObject("group_id", UUID.class),
                        row.getObject("trainer_id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getObject("lunch_from", LocalTime.class),
                        row.getObject("lunch_to", LocalTime.class),
                        new Doubts(
                                SameEvents.valueOf(row.getString("same_events")),
                                CancelledTitles.valueOf(row.getString("cancelled_titles")))),
                new Version(row.getString("etag"), row.getString("last_modified")));
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
