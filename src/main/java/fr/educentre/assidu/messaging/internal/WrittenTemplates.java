package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code message_template}: mails in the centre's own words, every version of them. */
@Component
class WrittenTemplates implements MailTemplates.Own {

    private static final String SELECT =
            "select key, language, version, subject, body, written_at, written_by from message_template";

    private final JdbcClient sql;
    private final Clock clock;

    WrittenTemplates(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param subject in the words of {@link TemplateWords}, as the text is */
    record Written(int version, String subject, String body, Instant at, String by) {}

    /** A mail in a language. */
    record Mail(String key, String language) {}

    @Override
    public Optional<Written> latest(String key, String language) {
        return sql.sql(SELECT + " where key = ? and language = ? order by version desc limit 1")
                .params(key, language)
                .query((row, n) -> written(row))
                .optional();
    }

    /** Newest first. */
    List<Written> all(String key, String language) {
        return sql.sql(SELECT + " where key = ? and language = ? order by version desc")
                .params(key, language)
                .query((row, n) -> written(row))
                .list();
    }

    /** Of each mail, newest first. */
    Map<Mail, List<Written>> all() {
        Map<Mail, List<Written>> found = new HashMap<>();
        sql.sql(SELECT + " order by version desc").query(row -> {
            var mail = new Mail(Columns.text(row, "key"), Columns.text(row, "language"));
            found.computeIfAbsent(mail, one -> new ArrayList<>()).add(written(row));
        });
        return found;
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getInt("version"),
                Columns.text(row, "subject"),
                Columns.text(row, "body"),
                Columns.instant(row, "written_at"),
                Columns.text(row, "written_by"));
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
