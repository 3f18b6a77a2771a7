package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.SearchSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learners by name, address or identifier; a trainer's own. */
@Component
class LearnerSearch implements SearchSource {

    private static final String ALL =
            "select l.id, l.first_name || ' ' || l.last_name as name, l.external_id from learner l where "
                    + WordSearch.holds(
                            "first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || external_id");
    private static final String OF_TRAINER = ALL + " and l.id in (" + TrainerScopeSql.LEARNERS + ")";
    private static final String FIRST =
            " order by l.last_name collate french, l.first_name collate french, l.id limit :most";

    private final JdbcClient sql;
    private final CurrentActor current;

    LearnerSearch(JdbcClient sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
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
    public Found find(String words, int most) {
        var actor = current.get();
        if (actor.is(Role.LEARNER)) {
            return Found.NONE;
        }
        var asked = actor.is(Role.TRAINER)
                ? sql.sql(OF_TRAINER + FIRST).param("trainer", actor.personId())
                : sql.sql(ALL + FIRST);
        return Found.of(
                asked.param("words", words)
                        .param("most", most + 1)
                        .query((row, n) -> new Hit(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("external_id"),
                                "apprenants/" + row.getString("id")))
                        .list(),
                most);
    }

    @Override
    public String all(String typed) {
        return "apprenants?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
