package fr.educentre.assidu.journal;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Entries wait until just before commit, so that the head of the chain is locked for a moment only, whatever the length
 * of the transaction.
 */
@Component
class ChainedJournal implements Journal {

    private static final Object PENDING = new Object();

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final EntryHashes hashes;
    private final JournalVerifier verifier;
    private final HeadFile file;
    private final Clock clock;
    private final JournalJson json = new JournalJson();

    ChainedJournal(
            JdbcClient sql,
            JdbcTemplate template,
            EntryHashes hashes,
            JournalVerifier verifier,
            HeadFile file,
            Clock clock) {
        this.sql = sql;
        this.template = template;
        this.hashes = hashes;
        this.verifier = verifier;
        this.file = file;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void record(JournalRecord entry) {
        var timed = new Timed(entry, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(PENDING);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(PENDING, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        if (pending.flushed) {
            append(List.of(timed));
        } else {
            pending.entries.add(timed);
        }
    }

    private void append(List<Timed> entries) {
        Head head = sql.sql("select seq, hash from journal_lock_head()")
                .query((row, n) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        List<Object[]> rows = new ArrayList<>();
        long seq = head.seq();
        byte[] previous = head.hash();
        for (Timed timed : entries) {
            seq++;
            JournalEntry.Content content = content(timed.entry());
            byte[] hash = hashes.keyed(previous, seq, timed.at(), content);
            rows.add(new Object[] {
                seq,
                Arguments.utc(timed.at()),
                content.actor(),
                content.actorRole(),
                content.action(),
                content.subjectKind(),
                content.subjectId(),
                timed.entry().learnerId(),
                content.before(),
                content.after(),
                previous,
                hash,
                EntryHashes.KEYED
            });
            previous = hash;
        }
        template.batchUpdate("""
                insert into journal_entry (seq, at, actor, actor_role, action, subject_kind, subject_id, learner_id,
                                           before, after, prev_hash, hash, format)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                """, rows);
        sql.sql("select journal_move_head(?, ?)")
                .params(head.seq(), seq)
                .query((row, n) -> true)
                .list();
    }

    /** As the database will give it back: what is typed at a sign-in page may be any text. */
    private JournalEntry.Content content(JournalRecord entry) {
        return new JournalEntry.Content(
                JournalJson.storable(entry.actor()),
                storable(entry.actorRole()),
                JournalJson.storable(entry.action()),
                JournalJson.storable(entry.subjectKind()),
                JournalJson.storable(entry.subjectId()),
                entry.learnerId() == null ? null : entry.learnerId().toString(),
                json.write(entry.before()),
                json.write(entry.after()));
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : JournalJson.storable(text);
    }

    @Override
    public Verification verify(Collection<Journal.Head> noted) {
        List<Journal.Head> all = new ArrayList<>(noted);
        all.addAll(file.heads());
        return verifier.verify(all);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Head(long seq, byte[] hash) {}

    private record Timed(JournalRecord entry, Instant at) {}

    private final class Pending implements TransactionSynchronization {

        private final List<Timed> entries = new ArrayList<>();
        private boolean flushed;

        @Override
        public void beforeCommit(boolean readOnly) {
            flushed = true;
            if (!entries.isEmpty()) {
                append(entries);
                entries.clear();
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PENDING);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PENDING, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PENDING);
        }
    }
}
