package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.SearchSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Finds among all for staff, among a trainer's own for a trainer, nothing for a learner. */
abstract class TrainerScopedSearch implements SearchSource {

    private final JdbcClient sql;
    private final CurrentActor current;

    TrainerScopedSearch(JdbcClient sql, CurrentActor current) {
        this.sql = sql;
        this.current = current;
    }

    abstract StatementSpec amongAll(JdbcClient sql);

    /** Names the trainer {@code :trainer}. */
    abstract StatementSpec amongOwn(JdbcClient sql);

    abstract Hit hit(ResultSet row) throws SQLException;

    @Override
    public final Found find(String words, int most) {
        var actor = current.get();
        if (actor.is(Role.LEARNER)) {
            return Found.NONE;
        }
        var asked = actor.is(Role.TRAINER) ? amongOwn(sql).param("trainer", actor.personId()) : amongAll(sql);
        return Found.of(
                asked.param("words", words)
                        .param("most", most + 1)
                        .query((row, n) -> hit(row))
                        .list(),
                most);
    }
}
