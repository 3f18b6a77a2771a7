package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.RosterImport.Rejected;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Wording;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down each import, and has the database keep what it changes. */
@Component
class ImportLog {

    /** Enough to see it move, without a write for each line. */
    private static final long PROGRESS_MILLIS = 300;

    private final JdbcClient sql;
    private final Clock clock;
    private final ListColumnMappings mappings;
    private final TransactionTemplate apart;

    ImportLog(JdbcClient sql, Clock clock, ListColumnMappings mappings, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.mappings = mappings;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What is asked for.
     *
     * @param keep whether the content is to be read again, by a job
     */
    record Asked(
            Source source,
            @Nullable UUID feedId,
            String fileName,
            byte[] content,
            Reading reading,
            int lines,
            boolean keep) {}

    /**
     * How it is to be read.
     *
     * @param addsUnknown whether what it names in vain is added
     */
    record Reading(Map<String, String> mapping, boolean addsUnknown) {}

    UUID open(Asked asked, ImportRequester asker) {
        UUID id = TimeOrderedId.next();
        sql.sql("""
                        insert into list_import (id, source, feed_id, file_name, sha256, content, mapping, state,
                               requested_by, requested_role, requested_at, total_lines, adds_unknown)
                        values (:id, :source, :feed, :name, :sha, :content, cast(:mapping as jsonb), 'WAITING',
                               :by, :role, :at, :lines, :adds)
                        """)
                .param("id", id)
                .param("source", asked.source().name())
                .param("feed", asked.feedId(), java.sql.Types.OTHER)
                .param("name", asked.fileName())
                .param("sha", ListSheet.sha256(asked.content()))
                .param("content", asked.keep() ? asked.content() : null, java.sql.Types.BINARY)
                .param("mapping", mappings.text(asked.reading().mapping()))
                .param("by", asker.name())
                .param("role", asker.role())
                .param("at", now())
                .param("lines", asked.lines())
                .param("adds", asked.reading().addsUnknown())
                .update();
        return id;
    }

    /** What is written from here on in this transaction is kept as a change of that import. */
    void keepChanges(UUID id) {
        setting(id.toString());
    }

    void stopKeeping() {
        setting("");
    }

    private void setting(String value) {
        sql.sql("select set_config('assidu.import', ?, true)")
                .param(value)
                .query(String.class)
                .single();
    }

    void finish(UUID id, @Nullable String kind, State state, int[] counts, List<Rejected> rejected) {
        sql.sql("""
                        update list_import set kind = :kind, state = :state, created = :created, updated = :updated,
                               unchanged = :unchanged, rejected = cast(:rejected as jsonb), finished_at = :at, content = null,
                               done_lines = total_lines
                         where id = :id
                        """)
                .param("kind", kind)
                .param("state", state.name())
                .param("created", counts[0])
                .param("updated", counts[1])
                .param("unchanged", counts[2])
                .param(
                        "rejected",
                        mappings.text(rejected.stream().map(RejectedLine::of).toList()))
                .param("at", now())
                .param("id", id)
                .update();
    }

    void fail(UUID id, Wording problem) {
        sql.sql("update list_import set state = ?, problem = ?, finished_at = ?, content = null where id = ?")
                .params(State.FAILED.name(), problem.stored(), now(), id)
                .update();
    }

    /** Seen at once by those who look, whatever becomes of the import's own transaction. */
    ImportProgressListener progress(UUID id) {
        return new ImportProgressListener() {
            private long last;

            @Override
            public void at(int done, int total) {
                long millis = System.nanoTime() / 1_000_000;
                if (millis - last > PROGRESS_MILLIS) {
                    last = millis;
                    apart.executeWithoutResult(
                            status -> sql.sql("update list_import set done_lines = ?, total_lines = ? where id = ?")
                                    .params(done, total, id)
                                    .update());
                }
            }
        };
    }

    /** One import is applied by one transaction at a time; false when another has it. */
    boolean hold(UUID id) {
        return sql.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 6))")
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
