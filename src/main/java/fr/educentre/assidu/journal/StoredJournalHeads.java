package fr.educentre.assidu.journal;

import fr.educentre.assidu.journal.Journal.Head;
import java.time.Clock;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredJournalHeads implements JournalHeads {

    private static final Logger LOG = LoggerFactory.getLogger(StoredJournalHeads.class);

    private final JdbcClient sql;
    private final HeadFile file;
    private final Clock clock;

    StoredJournalHeads(JdbcClient sql, HeadFile file, Clock clock) {
        this.sql = sql;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Head note() {
        Head head = sql.sql("select seq, hash from journal_head where id = 1")
                .query((row, n) -> new Head(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .single();
        LOG.info("Journal: entry {} has the hash {}", head.seq(), head.hash());
        file.add(clock.instant(), head);
        return head;
    }
}
