package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Sessions by title or identifier, those nearest to now first; a trainer's own. */
@Component
class SessionSearch extends TrainerScopedSearch {

    private static final String ALL = nearest(WordSearch.holds("title || ' ' || external_id"));
    private static final String OF_TRAINER = nearest(
            WordSearch.holds("title || ' ' || external_id") + " and s.id in (" + TrainerScopeSql.SESSIONS + ")");

    private final Texts texts;
    private final Clock clock;

    SessionSearch(JdbcClient sql, CurrentActor current, Texts texts, Clock clock) {
        super(sql, current);
        this.texts = texts;
        this.clock = clock;
    }

    /** The next and the last that match: read in the order of time where many do, by their words where few do. */
    private static String nearest(String matching) {
        String some =
                "(select s.id, s.title, s.starts_at, s.group_id, s.site_id from training_session s where " + matching;
        return "select s.id, s.title, s.starts_at, g.name as group_name, z.zone from (" + some
                + " and s.starts_at >= :now order by s.starts_at, s.id limit :most) union all " + some
                + " and s.starts_at < :now order by s.starts_at desc, s.id limit :most)"
                + ") s join learner_group g on g.id = s.group_id join site z on z.id = s.site_id"
                + " order by abs(extract(epoch from s.starts_at - cast(:now as timestamptz))), s.id limit :most";
    }

    @Override
    public String kind() {
        return "sessions";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    StatementSpec amongAll(JdbcClient sql) {
        return sql.sql(ALL).param("now", Arguments.utc(clock.instant()));
    }

    @Override
    StatementSpec amongOwn(JdbcClient sql) {
        return sql.sql(OF_TRAINER).param("now", Arguments.utc(clock.instant()));
    }

    @Override
    Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString("id"),
                row.getString("title"),
                ReaderFormats.dateTime(
                                Columns.instant(row, "starts_at"), ZoneId.of(row.getString("zone")), texts.language())
                        + " · " + row.getString("group_name"),
                "seances/" + row.getString("id"));
    }

    @Override
    public String all(String typed) {
        return "seances?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
