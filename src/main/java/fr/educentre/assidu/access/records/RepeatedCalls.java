package fr.educentre.assidu.access.records;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a call that is made again from one that uses its key for something else, which would be answered as if it had been
 * done. Of what was asked only a hash is kept, and only under keys that callers gave.
 */
@Component
public class RepeatedCalls {

    /** Of ids that are made of a caller's key; others are time-ordered and never come again. */
    private static final int OF_A_KEY = 3;

    private final JdbcClient sql;
    private final RecordChanges contents;
    private final Clock clock;

    RepeatedCalls(JdbcClient sql, RecordChanges contents, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.clock = clock;
    }

    /** Keeps what was done under the id, in the transaction that did it. */
    public void remember(UUID id, Object content) {
        if (id.version() == OF_A_KEY) {
            sql.sql(
                            "insert into repeated_call (id, kind, content_hash, at) values (:id, :kind, :hash, :at)"
                                    + " on conflict (id, kind) do update set content_hash = excluded.content_hash, at = excluded.at")
                    .param("id", id)
                    .param("kind", kind(content))
                    .param("hash", hash(content))
                    .param("at", Arguments.utc(clock.instant()))
                    .update();
        }
    }

    /** @throws Refusal INVALID where something else was done under the id */
    public void requireSame(UUID id, Object content) {
        boolean another = sql.sql("select exists (select 1 from repeated_call where id = :id and kind = :kind"
                        + " and content_hash <> :hash)")
                .param("id", id)
                .param("kind", kind(content))
                .param("hash", hash(content))
                .query(Boolean.class)
                .single();
        if (another) {
            throw Refusal.invalid("refusal.repeatedKey");
        }
    }

    private static String kind(Object content) {
        return content.getClass().getSimpleName();
    }

    private String hash(Object content) {
        try {
            byte[] written = contents.all(content).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
