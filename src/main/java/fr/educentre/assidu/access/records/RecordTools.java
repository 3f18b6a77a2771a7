package fr.educentre.assidu.access.records;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.journal.JournalHistory;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What keeping any kind of thing needs. */
@Component
public record RecordTools(
        EntityManager entities,
        JdbcClient sql,
        ContentChecks checks,
        ActorJournal journal,
        JournalHistory history,
        RecordChanges changes,
        RepeatedCalls repeats,
        Clock clock) {

    /** @param counting counts what refers to {@code :id} */
    public Use use(String key, StatementSpec counting, UUID id) {
        return new Use(key, counting.param("id", id).query(Long.class).single());
    }

    /**
     * What is wrong where a value is another's already: at most one problem.
     *
     * @param counting counts those other than {@code :id} that have {@code :value}
     */
    public List<FieldProblem> taken(String field, StatementSpec counting, UUID id, String value) {
        long others =
                counting.param("id", id).param("value", value).query(Long.class).single();
        return others == 0 ? List.of() : List.of(new FieldProblem(field, "check.taken", value));
    }

    /** @param counting counts those that are {@code :id} */
    public boolean missing(StatementSpec counting, UUID id) {
        return counting.param("id", id).query(Long.class).single() == 0;
    }

    /** @param counting counts those that are {@code :id} and of {@code :referent} */
    public boolean missing(StatementSpec counting, UUID id, @Nullable UUID referent) {
        return counting.param("id", id)
                        .param("referent", referent)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
