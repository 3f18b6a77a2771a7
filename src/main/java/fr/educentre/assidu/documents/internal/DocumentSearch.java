package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.SearchSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents issued, by number or title, newest first; a trainer's as on the screen of documents. */
@Component
class DocumentSearch implements SearchSource {

    private final JdbcClient sql;
    private final CurrentActor current;

    DocumentSearch(JdbcClient sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Found find(String words, int most) {
        var actor = current.get();
        if (actor.is(Role.LEARNER)) {
            return Found.NONE;
        }
        return Found.of(
                sql.sql("select d.id, d.number, d.title, d.learner_id, d.session_id, d.group_id from issued_document d"
                                + StoredDocuments.VISIBLE + " and " + WordSearch.holds("number || ' ' || title")
                                + " order by d.issued_at desc, d.id limit :most")
                        .param("learner", null)
                        .param("trainer", actor.is(Role.TRAINER) ? actor.personId() : null)
                        .param("words", words)
                        .param("most", most + 1)
                        .query((row, n) -> new Hit(
                                row.getString("id"), row.getString("number"), row.getString("title"), path(row)))
                        .list(),
                most);
    }

    /** The screen of documents narrowed down to whose it is; a session's own page. */
    private static String path(ResultSet row) throws SQLException {
        if (row.getString("learner_id") != null) {
            return "preuves?apprenant=" + row.getString("learner_id");
        }
        if (row.getString("session_id") != null) {
            return "seances/" + row.getString("session_id");
        }
        return row.getString("group_id") == null ? "preuves" : "preuves?groupe=" + row.getString("group_id");
    }

    @Override
    public String all(String typed) {
        return "preuves";
    }
}
