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

/** Groups by name or code; a trainer's own. */
@Component
class GroupSearch extends TrainerScopedSearch {

    private static final String ALL =
            "select g.id, g.name, g.code from learner_group g where " + WordSearch.holds("name || ' ' || code");
    private static final String OF_TRAINER = ALL + " and g.id in (" + TrainerScopeSql.GROUPS + ")";
    private static final String FIRST = " order by g.ends_on desc, g.name collate french, g.id limit :most";

    GroupSearch(JdbcClient sql, CurrentActor current) {
        super(sql, current);
    }

    @Override
    public String kind() {
        return "groups";
    }

    @Override
    public int order() {
        return 20;
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
                row.getString("id"), row.getString("name"), row.getString("code"), "groupes/" + row.getString("id"));
    }

    @Override
    public String all(String typed) {
        return "groupes?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
