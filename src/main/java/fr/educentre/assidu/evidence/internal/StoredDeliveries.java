package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Deliveries;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredDeliveries implements Deliveries {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredDeliveries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public UUID receive(Received received) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        sql.sql("""
                insert into delivery (id, connector, received_at, received_by, file_name, media_type, headers, session_id,
                                      bytes, sha256, state, attempts)
                values (:id, :connector, :at, :by, :file, :type, :headers::jsonb, :session, :bytes, :sha, 'RECEIVED', 0)
                """)
                .param("id", id)
                .param("connector", received.connector())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", received.receivedBy())
                .param("file", Cleaned.text(received.fileName()))
                .param("type", Cleaned.text(received.mediaType()))
                .param("headers", Cleaned.json(json.writeValueAsString(received.headers())))
                .param("session", received.sessionId())
                .param("bytes", received.bytes())
                .param("sha", sha256(received.bytes()))
                .update();
        return id;
    }

    @Override
    @Transactional
    public void processed(UUID deliveryId) {
        sql.sql("update delivery set state = 'PROCESSED', attempts = attempts + 1, problem = null where id = ?")
                .params(deliveryId)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(UUID deliveryId, String problem) {
        sql.sql("update delivery set state = 'FAILED', attempts = attempts + 1, problem = ? where id = ?")
                .params(Cleaned.required(problem), deliveryId)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> findSame(String connector, @Nullable UUID sessionId, byte[] bytes) {
        return sql.sql("""
                select id from delivery
                 where connector = :connector and sha256 = :sha and state = 'PROCESSED'
                   and session_id is not distinct from :session::uuid
                 order by received_at limit 1
                """)
                .param("connector", connector)
                .param("sha", sha256(bytes))
                .param("session", sessionId)
                .query(UUID.class)
                .optional();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
