package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.signing.Strokes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures as they are kept: added, and never changed. */
@Component
class SignatureStore {

    private final JdbcClient sql;
    private final SecretCipher cipher;

    SignatureStore(JdbcClient sql, SecretCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** Until the end of the transaction nobody else adds to the session's chain. */
    void lock(UUID sessionId) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('signing:' || :session, 0))")
                .param("session", sessionId.toString())
                .query((row, n) -> true)
                .list();
    }

    /** In the order of the chain. */
    List<StoredSignature> of(UUID sessionId) {
        return sql.sql("""
                        select id, session_id, number, learner_id, trainer_id, means, signed_at, statement, statement_hash,
                               previous_hash, hash
                          from signature where session_id = :session order by number
                        """)
                .param("session", sessionId)
                .query((row, n) -> new StoredSignature(
                        Columns.uuid(row, "id"),
                        new StoredSignature.Place(Columns.uuid(row, "session_id"), row.getInt("number")),
                        new StoredSignature.Signer(
                                Columns.maybeUuid(row, "learner_id"),
                                Columns.maybeUuid(row, "trainer_id"),
                                Columns.text(row, "means")),
                        Columns.instant(row, "signed_at"),
                        Columns.text(row, "statement"),
                        new StoredSignature.Hashes(
                                Columns.text(row, "statement_hash"),
                                Columns.text(row, "previous_hash"),
                                Columns.text(row, "hash"))))
                .list();
    }

    void add(StoredSignature one, Strokes strokes) {
        sql.sql("""
                insert into signature (id, session_id, number, learner_id, trainer_id, means, signed_at, statement,
                                       statement_hash, previous_hash, hash)
                values (:id, :session, :number, :learner, :trainer, :means, :at, :statement, :said, :previous, :hash)
                """)
                .param("id", one.id())
                .param("session", one.place().sessionId())
                .param("number", one.place().number())
                .param("learner", one.signer().learnerId())
                .param("trainer", one.signer().trainerId())
                .param("means", one.signer().means())
                .param("at", Arguments.utc(one.signedAt()))
                .param("statement", one.text())
                .param("said", one.hashes().statement())
                .param("previous", one.hashes().previous())
                .param("hash", one.hashes().own())
                .update();
        if (!strokes.isEmpty()) {
            Sealed sealed = cipher.seal(
                    strokes.text().getBytes(StandardCharsets.UTF_8), one.id().toString());
            sql.sql("insert into signature_strokes (signature_id, bytes, nonce) values (:id, :bytes, :nonce)")
                    .param("id", one.id())
                    .param("bytes", sealed.cipher())
                    .param("nonce", sealed.nonce())
                    .update();
        }
    }

    /** What was drawn, by signature; nothing for lines that do not open any more. */
    Map<UUID, Strokes> strokes(UUID sessionId) {
        Map<UUID, Strokes> found = new HashMap<>();
        sql.sql("""
                select k.signature_id, k.bytes, k.nonce
                  from signature_strokes k join signature s on s.id = k.signature_id where s.session_id = :session
                """).param("session", sessionId).query(row -> {
            UUID id = Columns.uuid(row, "signature_id");
            found.put(id, opened(id, new Sealed(row.getBytes("bytes"), row.getBytes("nonce"))));
        });
        return found;
    }

    private Strokes opened(UUID id, Sealed sealed) {
        try {
            return Strokes.parse(new String(cipher.open(sealed, id.toString()), StandardCharsets.UTF_8));
        } catch (IllegalStateException changed) {
            return Strokes.NONE;
        }
    }
}
