package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.SearchSource;
import fr.educentre.assidu.shell.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules by name. */
@Component
class RuleSearch implements SearchSource {

    private final JdbcClient sql;
    private final CurrentActor current;
    private final Texts texts;

    RuleSearch(JdbcClient sql, CurrentActor current, Texts texts) {
        this.sql = sql;
        this.current = current;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "rules";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Found find(String words, int most) {
        if (current.get().is(Role.LEARNER)) {
            return Found.NONE;
        }
        return Found.of(
                sql.sql("select id, name, rule_set from rule where " + WordSearch.holds("name || ' ' || code")
                                + " order by name collate french, id limit :most")
                        .param("words", words)
                        .param("most", most + 1)
                        .query((row, n) -> new Hit(
                                row.getString("id"),
                                row.getString("name"),
                                texts.get("rules.set." + row.getString("rule_set")),
                                "regles/" + row.getString("id")))
                        .list(),
                most);
    }

    @Override
    public String all(String typed) {
        return "regles";
    }
}
