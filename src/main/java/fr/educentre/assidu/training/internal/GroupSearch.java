package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.SearchSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups by name or code; a trainer's own. */
@Component
class GroupSearch implements SearchSource {

    private static final String ALL =
            "select g.id, g.name, g.code from learner_group g where " + WordSearch.holds("name || ' ' || code");
    private static final String OF_TRAINER = ALL + " and g.id in (" + TrainerScopeSql.GROUPS + ")";
    private static final String FIRST = " order by g.ends_on desc, g.name collate french, g.id limit :most";

    private final JdbcClient sql;
    private final CurrentActor current;

    GroupSearch(JdbcClient sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
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
                                row.getString("code"),
                                "groupes/" + row.getString("id")))
                        .list(),
                most);
    }

    @Override
    public String all(String typed) {
        return "groupes?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
