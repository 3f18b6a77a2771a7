package fr.educentre.assidu.journal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.journal.ChainCheck.JournalHead;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads entries and head as they stand at one moment, in a transaction of its own: what others write meanwhile is in neither. Rows
 * are read as they come, so that the length of the journal costs no memory.
 */
@Component
class JournalVerifier {

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient sql;
    private final JdbcTemplate reader;
    private final TransactionTemplate snapshot;
    private final EntryHashes hashes;

    JournalVerifier(
            JdbcClient sql, JdbcTemplate template, PlatformTransactionManager transactions, EntryHashes hashes) {
        this.sql = sql;
        this.reader = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.reader.setFetchSize(ROWS_AT_ONCE);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.hashes = hashes;
    }

    Verification verify(Collection<Head> noted) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            var check = new ChainCheck(hashes, noted);
            reader.query("select * from journal_entry order by seq, at", row -> {
                check.add(entry(row));
            });
            return check.end(sql.sql("select seq, hash from journal_head where id = 1")
                    .query((row, n) -> new JournalHead(row.getLong("seq"), row.getBytes("hash")))
                    .optional());
        }));
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("seq"),
                Columns.maybeInstant(row, "at"),
                new JournalEntry.Content(
                        row.getString("actor"),
                        row.getString("actor_role"),
                        row.getString("action"),
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        row.getString("learner_id"),
                        row.getString("before"),
                        row.getString("after")),
                new JournalEntry.Link(row.getInt("format"), row.getBytes("prev_hash"), row.getBytes("hash")));
    }
}
