package fr.educentre.assidu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.testing.AssiduIT;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
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
    void a_changed_entry_breaks_the_chain_where_it_was_changed() throws Exception {
        String id = UUID.randomUUID().toString();
        journal.record(entry(id));
        long seq = sql.sql("select seq from journal_entry where subject_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        asOwner("update journal_entry set actor = 'Someone else' where seq = " + seq);
        var broken = journal.verify();
        asOwner("update journal_entry set actor = 'Ada' where seq = " + seq);
        assertThat(broken.holds()).isFalse();
        assertThat(broken.firstBroken()).isEqualTo(seq);
        assertThat(journal.verify().holds()).isTrue();
    }

    private void asOwner(String statement) throws Exception {
        try (var connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    private static JournalRecord entry(String id) {
        return JournalRecord.of("test.done", "test", id)
                .by("Ada", "QUALITY_MANAGER")
                .before(Map.of("n", 1))
                .after(Map.of("n", 2, "é", "ç"));
    }
}
