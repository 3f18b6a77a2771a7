package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code message_template}: mails in the centre's own words, every version of them. */
@Component
class WrittenTemplates implements MailTemplates.Own {

    private static final String SELECT =
            "select version, subject, body, written_at, written_by from message_template where key = ? and language = ?"
                    + " order by version desc";

    private final JdbcClient sql;
    private final Clock clock;

    WrittenTemplates(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param subject in the words of {@link TemplateWords}, as the text is */
    record Written(int version, String subject, String body, Instant at, String by) {}

    @Override
    public Optional<Written> latest(String key, String language) {
        return sql.sql(SELECT + " limit 1")
                .params(key, language)
                .query((row, n) -> new Written(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)))
                .optional();
    }

    /** Newest first. */
    List<Written> all(String key, String language) {
        return sql.sql(SELECT)
                .params(key, language)
                .query((row, n) -> new Written(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)))
                .list();
    }

    /** @return false where somebody wrote that version meanwhile */
    boolean add(String key, String language, int version, String subject, String body, String by) {
        return sql.sql("""
                        insert into message_template (key, language, version, subject, body, written_at, written_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (key, language, version) do nothing
                        """)
                        .params(key, language, version, subject, body, Arguments.utc(clock.instant()), by)
                        .update()
                == 1;
    }
}
