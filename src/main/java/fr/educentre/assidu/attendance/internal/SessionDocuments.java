package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.attendance.Attendance.CorrectionDocument;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents that support a correction: PDF, JPEG, PNG or HEIC by their content, 10 MB at most; kept encrypted. */
@Component
class SessionDocuments {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final Set<String> ACCEPTED =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/heic", "image/heif");
    private static final int MAX_NAME = 200;

    private final JdbcClient sql;
    private final SecretCipher cipher;
    private final Journal journal;
    private final Clock clock;
    private final Tika tika = new Tika();

    SessionDocuments(JdbcClient sql, SecretCipher cipher, Journal journal, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.journal = journal;
        this.clock = clock;
    }

    UUID add(UUID sessionId, String fileName, byte[] bytes, Actor actor) {
        if (bytes.length == 0) {
            throw Refusal.invalid("refusal.attendance.documentEmpty");
        }
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.attendance.documentTooLarge");
        }
        String mediaType = tika.detect(bytes);
        if (!ACCEPTED.contains(mediaType)) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.attendance.documentType");
        }
        UUID id = TimeOrderedId.next();
        byte[] hash = sha256(bytes);
        Sealed sealed = cipher.seal(bytes, id.toString());
        sql.sql(
                        "insert into session_document (id, session_id, file_name, media_type, bytes, nonce, sha256, uploaded_by,"
                                + " uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        sessionId,
                        clean(fileName),
                        mediaType,
                        sealed.cipher(),
                        sealed.nonce(),
                        hash,
                        actor.displayName(),
                        Arguments.utc(clock.instant()))
                .update();
        journal.record(JournalRecord.of("attendance.documentAdded", "session", sessionId.toString())
                .by(actor.displayName(), actor.role().name())
                .after(Map.of(
                        "document", id.toString(), "sha256", HexFormat.of().formatHex(hash))));
        return id;
    }

    /** @throws Refusal NOT_FOUND */
    CorrectionDocument open(UUID sessionId, UUID documentId, Actor reader) {
        CorrectionDocument document = sql.sql(
                        "select file_name, media_type, bytes, nonce from session_document where id = ? and session_id = ?")
                .params(documentId, sessionId)
                .query((row, n) -> new CorrectionDocument(
                        row.getString("file_name"), row.getString("media_type"), plain(documentId, row)))
                .optional()
                .orElseThrow(() -> Refusal.notFound("document"));
        journal.record(JournalRecord.of("attendance.documentOpened", "session", sessionId.toString())
                .by(reader.username(), reader.role().name())
                .after(Map.of("document", documentId.toString())));
        return document;
    }

    private byte[] plain(UUID id, ResultSet row) throws SQLException {
        byte[] nonce = row.getBytes("nonce");
        byte[] bytes = row.getBytes("bytes");
        return nonce == null ? bytes : cipher.open(new Sealed(bytes, nonce), id.toString());
    }

    /**
     * Seals one document that was kept as it was, if there is one: a row at a time, so that neither memory nor others wait for
     * all of them, and two nodes share the work.
     *
     * @return whether there was one
     */
    @Transactional
    boolean sealNext() {
        Optional<PlainDocument> plain = sql.sql(
                        "select id, bytes from session_document where nonce is null limit 1 for update skip locked")
                .query((row, n) -> new PlainDocument(Columns.uuid(row, "id"), row.getBytes("bytes")))
                .optional();
        plain.ifPresent(one -> {
            Sealed sealed = cipher.seal(one.bytes(), one.id().toString());
            sql.sql("update session_document set bytes = ?, nonce = ? where id = ?")
                    .params(sealed.cipher(), sealed.nonce(), one.id())
                    .update();
        });
        return plain.isPresent();
    }

    boolean anyPlain() {
        return sql.sql("select exists (select from session_document where nonce is null)")
                .query(Boolean.class)
                .single();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record PlainDocument(UUID id, byte[] bytes) {}

    boolean exists(UUID sessionId, UUID documentId) {
        return sql.sql("select exists (select 1 from session_document where id = ? and session_id = ?)")
                .params(documentId, sessionId)
                .query(Boolean.class)
                .single();
    }

    private static String clean(String fileName) {
        String name = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return name.length() > MAX_NAME ? name.substring(name.length() - MAX_NAME) : name;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
