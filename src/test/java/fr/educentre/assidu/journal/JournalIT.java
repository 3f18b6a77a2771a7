package fr.educentre.assidu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.journal.Journal.Finding;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.testing.AssiduIT;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AssiduIT
class JournalIT {

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    JdbcTemplate template;

    @Autowired
    EntryHashes hashes;

    @Autowired
    JournalVerifier verifier;

    @Autowired
    Clock clock;

    @Test
    void entries_of_many_threads_make_one_chain_and_those_of_a_rollback_are_not_in_it() {
        long before = journal.verify().length();
        List<CompletableFuture<Void>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                    journal.record(entry("a" + i));
                    journal.record(entry("b" + i));
                    if (i % 5 == 0) {
                        status.setRollbackOnly();
                    }
                })))
                .toList();
        all.forEach(CompletableFuture::join);
        var after = journal.verify();
        assertThat(after.holds()).isTrue();
        assertThat(after.length()).isGreaterThanOrEqualTo(before + 32);
    }

    @Test
    void the_application_may_not_change_or_remove_an_entry() {
        journal.record(entry("kept"));
        assertThatThrownBy(() -> sql.sql("update journal_entry set actor = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.sql("delete from journal_entry").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_application_moves_the_head_forward_alone_and_over_entries_that_follow_it() {
        journal.record(entry("head"));
        long seq = journal.verify().length();
        assertThatThrownBy(() -> sql.sql("update journal_head set seq = 0").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.sql("delete from journal_head").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> moveHead(seq, seq + 1)).rootCause().hasMessageContaining("do not follow its head");
        assertThatThrownBy(() -> moveHead(seq, seq - 1)).rootCause().hasMessageContaining("do not follow its head");
        assertThatThrownBy(() -> moveHead(seq - 1, seq)).rootCause().hasMessageContaining("is at entry " + seq);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    sql.sql(
                                    "insert into journal_entry (seq, at, actor, action, subject_kind, subject_id, prev_hash, hash)"
                                            + " values (?, now(), 'x', 'x', 'x', 'x', decode('00', 'hex'), decode('00', 'hex'))")
                            .param(seq + 1)
                            .update();
                    moveHead(seq, seq + 1);
                }))
                .rootCause()
                .hasMessageContaining("do not follow its head");
        assertThat(journal.verify().holds()).isTrue();
    }

    private void moveHead(long from, long to) {
        sql.sql("select journal_move_head(?, ?)")
                .params(from, to)
                .query((row, n) -> true)
                .list();
    }

    @Test
    void verification_says_true_while_others_write() {
        var enough = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!enough.get()) {
                        transaction.executeWithoutResult(status -> journal.record(entry("meanwhile")));
                    }
                }))
                .toList();
        try {
            long first = journal.verify().length();
            for (int i = 0; i < 20; i++) {
                assertThat(journal.verify().findings()).isEmpty();
            }
            assertThat(journal.verify().length()).isGreaterThan(first);
        } finally {
            enough.set(true);
            writers.forEach(CompletableFuture::join);
        }
    }

    @Test
    void what_is_verified_within_a_transaction_is_what_stands_outside_of_it() {
        long before = journal.verify().length();
        transaction.executeWithoutResult(status -> {
            journal.record(entry("not yet"));
            assertThat(journal.verify().length()).isEqualTo(before);
        });
        assertThat(journal.verify().length()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "actor, 'Someone else'",
        "actor_role,",
        "action, 'test.other'",
        "subject_kind, other",
        "subject_id, other",
        "learner_id,",
        "before,",
        "after, '{\"n\": 3}'",
        "at, '2027-03-01T00:00:00Z'",
        "format, 1",
        "hash, '\\x00'",
        "prev_hash, '\\x00'"
    })
    void a_column_that_is_changed_or_emptied_is_found_and_the_entry_named(String column, String value)
            throws Exception {
        long seq = recorded();
        journal.record(entry("after it"));
        asOwner("create table journal_saved as select * from journal_entry where seq = " + seq);
        try {
            asOwner("update journal_entry set " + column + " = " + (value == null ? "null" : "'" + value + "'")
                    + " where seq = " + seq);
            var broken = journal.verify();
            assertThat(broken.holds()).isFalse();
            assertThat(broken.firstBroken()).isEqualTo(seq);
        } finally {
            asOwner("delete from journal_entry where seq = " + seq);
            asOwner("insert into journal_entry select * from journal_saved");
            asOwner("drop table journal_saved");
        }
        assertThat(journal.verify().findings()).isEmpty();
    }

    @Test
    void a_tail_that_is_cut_is_found_and_named_and_by_the_file_of_heads_where_the_head_went_with_it(
            @TempDir Path folder) throws Exception {
        recorded();
        var file = new HeadFile(folder.resolve("heads").toString());
        Head left = new StoredJournalHeads(sql, file, clock).note();
        assertThat(left.seq()).isEqualTo(journal.verify().length());
        var withFile = new ChainedJournal(sql, template, hashes, verifier, file, clock);
        assertThat(withFile.verify().findings()).isEmpty();
        asOwner("create table journal_saved as select * from journal_entry where seq = " + left.seq());
        asOwner("create table journal_head_saved as select * from journal_head");
        try {
            asOwner("delete from journal_entry where seq = " + left.seq());
            assertThat(journal.verify().findings())
                    .containsExactly(new Finding(Finding.Kind.TAIL_CUT, left.seq(), left.seq()));
            asOwner("update journal_head set seq = seq - 1, hash = (select hash from journal_entry where seq = "
                    + (left.seq() - 1) + ")");
            assertThat(journal.verify().holds()).isTrue();
            var lost = new Finding(Finding.Kind.HEAD_NOT_FOUND, left.seq(), left.seq());
            assertThat(withFile.verify().findings()).containsExactly(lost);
            assertThat(journal.verify(List.of(left)).findings()).containsExactly(lost);
        } finally {
            asOwner("insert into journal_entry select * from journal_saved");
            asOwner("update journal_head h set seq = s.seq, hash = s.hash from journal_head_saved s");
            asOwner("drop table journal_saved, journal_head_saved");
        }
        assertThat(withFile.verify().findings()).isEmpty();
    }

    @Test
    void numbers_and_texts_of_every_kind_read_as_they_were_written() {
        var values = new HashMap<String, Object>();
        values.put("large", 1.0E10);
        values.put("small", 1.0E-7);
        values.put("price", new BigDecimal("12.50"));
        values.put("huge", new BigDecimal("1E+60"));
        values.put("long", Long.MAX_VALUE);
        values.put("nothing", null);
        values.put("text", "NUL \0, half \ud83d, é, \ud83d\ude00, \\u0000");
        values.put("nested", Map.of("z", List.of(1, 2.0, Map.of("b", 1, "a", 2)), "a", true));
        journal.record(JournalRecord.of("test.done", "test", "a\0b").by("A\0da").after(values));
        assertThat(journal.verify().findings()).isEmpty();
    }

    /** An entry about a learner, in a role, with values before and after. */
    private long recorded() {
        String id = UUID.randomUUID().toString();
        journal.record(entry(id).learner(UUID.randomUUID()));
        return sql.sql("select seq from journal_entry where subject_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void asOwner(String statement) throws Exception {
        try (var connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static JournalRecord entry(String id) {
        return JournalRecord.of("test.done", "test", id)
                .by("Ada", "QUALITY_MANAGER")
                .before(Map.of("n", 1))
                .after(Map.of("n", 2, "é", "ç"));
    }
}
