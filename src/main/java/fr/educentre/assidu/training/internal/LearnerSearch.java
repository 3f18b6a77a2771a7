package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.jdbc.WordSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Learners by name, address or identifier; a trainer's own. */
@Component
class LearnerSearch extends TrainerScopedSearch {

    private static final String ALL =
            "select l.id, l.first_name || ' ' || l.last_name as name, l.external_id from learner l where "
                    + WordSearch.holds(
                            "first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || external_id");
    private static final String OF_TRAINER = ALL + " and l.id in (" + TrainerScopeSql.LEARNERS + ")";
    private static final String FIRST =
            " order by l.last_name collate french, l.first_name collate french, l.id limit :most";

    LearnerSearch(JdbcClient sql, CurrentActor current) {
        super(sql, current);
    }

    @Override
    public String kind() {
        return "learners";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    StatementSpec amongAll(JdbcClient sql) {
        return sql.sql(ALL + FIRST);
    }

    @Override
    StatementSpec amongOwn(JdbcClient sql) {
        return sql.sql(OF_TRAINER + FIRST);
    }

    @Override
    Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString("id"),
                row.getString("name"),
                row.getString("external_id"),
                "apprenants/" + row.getString("id"));
    }

    @Override
    public String all(String typed) {
        return "apprenants?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
