package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that support a correction: PDF, JPEG, PNG or HEIC by their content, 10 MB at most. */
@Component
class SessionDocuments {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final Set<String> ACCEPTED =
            Set.of("application/pdf", "image/jpeg", "image/png", "image/heic", "image/heif");
    private static final int MAX_NAME = 200;

    private final JdbcClient sql;
    private final Journal journal;
    private final Clock clock;
    private final Tika tika = new Tika();

    SessionDocuments(JdbcClient sql, Journal journal, Clock clock) {
        this.sql = sql;
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
        sql.sql(
                        "insert into session_document (id, session_id, file_name, media_type, bytes, sha256, uploaded_by, uploaded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        sessionId,
                        clean(fileName),
                        mediaType,
                        bytes,
                        hash,
                        actor.displayName(),
                        Arguments.utc(clock.instant()))
                .update();
        journal.record(JournalRecord.of("attendance.documentAdded", "session", sessionId.toString())
                .by(actor.username(), actor.role().name())
                .after(Map.of(
                        "document", id.toString(), "sha256", HexFormat.of().formatHex(hash))));
        return id;
    }

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
