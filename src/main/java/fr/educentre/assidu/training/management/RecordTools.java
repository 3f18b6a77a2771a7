package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.journal.JournalHistory;
import fr.educentre.assidu.shell.ContentChecks;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeping any kind of thing needs. */
@Component
record RecordTools(
        EntityManager entities,
        JdbcClient sql,
        ContentChecks checks,
        ActorJournal journal,
        JournalHistory history,
        RecordChanges changes) {

    /** @param counting SQL that counts what refers to {@code :id} */
    Use use(String key, String counting, UUID id) {
        return new Use(key, sql.sql(counting).param("id", id).query(Long.class).single());
    }

    /** @param counting SQL that counts those other than {@code :id} that have {@code :value} already */
    boolean taken(String counting, UUID id, String value) {
        return sql.sql(counting)
                        .param("id", id)
                        .param("value", value)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @param counting SQL that counts those that are {@code :id} */
    boolean missing(String counting, UUID id) {
        return sql.sql(counting).param("id", id).query(Long.class).single() == 0;
    }

    /** @param counting SQL that counts those that are {@code :id} and of {@code :referent} */
    boolean missing(String counting, UUID id, @Nullable UUID referent) {
        return sql.sql(counting)
                        .param("id", id)
                        .param("referent", referent)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
