package fr.educentre.assidu.journal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries wait until just before commit, so that the head of the chain is locked for a moment only, whatever the length
 * of the transaction.
 */
@Component
class ChainedJournal implements Journal {

    private static final Object PENDING = new Object();

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    ChainedJournal(JdbcClient sql, JdbcTemplate template, Clock clock) {
        this.sql = sql;
        this.template = template;
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
        Head head = sql.sql("select seq, hash from journal_head where id = 1 for update")
                .query((row, n) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        List<Object[]> rows = new ArrayList<>();
        long seq = head.seq();
        byte[] previous = head.hash();
        for (Timed timed : entries) {
            seq++;
            JournalRecord entry = timed.entry();
            String before = json.writeValueAsString(new TreeMap<>(entry.before()));
            String after = json.writeValueAsString(new TreeMap<>(entry.after()));
            byte[] hash = hash(
                    previous,
                    seq,
                    timed.at(),
                    entry.actor(),
                    entry.actorRole(),
                    entry.action(),
                    entry.subjectKind(),
                    entry.subjectId(),
                    json.readValue(before, Map.class),
                    json.readValue(after, Map.class));
            rows.add(new Object[] {
                seq,
                Arguments.utc(timed.at()),
                entry.actor(),
                entry.actorRole(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.learnerId(),
                before,
                after,
                previous,
                hash
            });
            previous = hash;
        }
        template.batchUpdate("""
                insert into journal_entry (seq, at, actor, actor_role, action, subject_kind, subject_id, learner_id,
                                           before, after, prev_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """, rows);
        sql.sql("update journal_head set seq = ?, hash = ? where id = 1")
                .params(seq, previous)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Verification verify() {
        var length = new AtomicLong();
        var broken = new AtomicLong();
        var previous = new AtomicReference<>(new byte[32]);
        var reader = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        reader.setFetchSize(1000);
        reader.query("select * from journal_entry order by seq", row -> {
            long expected = length.incrementAndGet();
            boolean fits = row.getLong("seq") == expected
                    && Arrays.equals(row.getBytes("prev_hash"), previous.get())
                    && Arrays.equals(row.getBytes("hash"), rehash(row));
            if (!fits && broken.get() == 0) {
                broken.set(expected);
            }
            previous.set(row.getBytes("hash"));
        });
        Head head = sql.sql("select seq, hash from journal_head where id = 1")
                .query((row, n) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        if (broken.get() == 0 && (head.seq() != length.get() || !Arrays.equals(head.hash(), previous.get()))) {
            broken.set(length.get() + 1);
        }
        return new Verification(
                broken.get() == 0, length.get(), HexFormat.of().formatHex(previous.get()), broken.get());
    }

    private byte[] rehash(ResultSet row) throws SQLException {
        return hash(
                row.getBytes("prev_hash"),
                row.getLong("seq"),
                Columns.instant(row, "at"),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                json.readValue(row.getString("before"), Map.class),
                json.readValue(row.getString("after"), Map.class));
    }

    /** Over a canonical form: keys in order, so that what the database does to JSON does not matter. */
    private byte[] hash(byte[] previous, long seq, Instant at, @Nullable Object... values) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            List<@Nullable Object> canonical = new ArrayList<>();
            canonical.add(seq);
            canonical.add(at.toString());
            for (Object value : values) {
                canonical.add(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
            }
            digest.update(json.writeValueAsString(canonical).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

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
