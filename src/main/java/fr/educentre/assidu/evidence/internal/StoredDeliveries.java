package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredDeliveries implements Deliveries {

    private final JdbcClient sql;
    private final Clock clock;
    private final Texts texts;
    private final DeliveryMetrics metrics;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredDeliveries(JdbcClient sql, Clock clock, Texts texts, DeliveryMetrics metrics) {
        this.sql = sql;
        this.clock = clock;
        this.texts = texts;
        this.metrics = metrics;
    }

    /** One statement is its own commit: outside of any transaction it costs one round trip, and stands on return. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public UUID receive(Received received) {
        UUID id = TimeOrderedId.next();
        sql.sql("""
                insert into delivery (id, connector, received_at, received_by, file_name, media_type, headers, session_id,
                                      bytes, sha256, state, attempts)
                values (:id, :connector, :at, :by, :file, :type, :headers::jsonb, :session, :bytes, :sha, 'RECEIVED', 0)
                """)
                .param("id", id)
                .param("connector", received.connector())
                .param("at", Arguments.utc(clock.instant()))
                .param("by", received.receivedBy())
                .param("file", TextSanitizer.text(received.fileName()))
                .param("type", TextSanitizer.text(received.mediaType()))
                .param("headers", TextSanitizer.json(json.writeValueAsString(received.headers())))
                .param("session", received.sessionId())
                .param("bytes", received.bytes())
                .param("sha", sha256(received.bytes()))
                .update();
        metrics.count(received.connector(), DeliveryMetrics.Result.RECEIVED);
        return id;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public void processed(UUID deliveryId) {
        sql.sql("update delivery set state = 'PROCESSED', attempts = attempts + 1, problem = null, processed_at = ?"
                        + " where id = ? returning connector")
                .params(now(), deliveryId)
                .query(String.class)
                .optional()
                .ifPresent(source -> metrics.count(source, DeliveryMetrics.Result.PROCESSED));
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public void processed(UUID deliveryId, Wording outcome) {
        sql.sql("update delivery set state = 'PROCESSED', attempts = attempts + 1, problem = null, processed_at = ?,"
                        + " outcome = ? where id = ? returning connector")
                .params(now(), outcome.stored(), deliveryId)
                .query(String.class)
                .optional()
                .ifPresent(source -> metrics.count(source, DeliveryMetrics.Result.PROCESSED));
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public void notUnderstood(UUID deliveryId, Wording problem) {
        markFailed(deliveryId, problem);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Delivery> find(UUID deliveryId) {
        return sql.sql("select * from delivery where id = ?")
                .params(deliveryId)
                .query(this::delivery)
                .optional();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public List<Delivery> claimWaiting(String connector, int limit) {
        return sql.sql("""
                select * from delivery where connector = ? and state = 'RECEIVED'
                 order by received_at, id limit ? for update skip locked
                """).params(connector, limit).query(this::delivery).list();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public Optional<Delivery> claimWaiting(UUID deliveryId) {
        return sql.sql("select * from delivery where id = ? and state = 'RECEIVED' for update skip locked")
                .params(deliveryId)
                .query(this::delivery)
                .optional();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public boolean again(UUID deliveryId) {
        return sql.sql("update delivery set state = 'RECEIVED', problem = null where id = ? and state <> 'RECEIVED'")
                        .params(deliveryId)
                        .update()
                > 0;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public int allAgain(String connector) {
        return sql.sql(
                        "update delivery set state = 'RECEIVED', problem = null where connector = ? and state = 'FAILED'")
                .params(connector)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> connectorsWaiting() {
        return sql.sql("select distinct connector from delivery where state = 'RECEIVED'")
                .query((row, n) -> row.getString("connector"))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<Summary> search(@Nullable String connector, @Nullable State state, int page, int size) {
        String where = " where (:connector::text is null or connector = :connector)"
                + " and (:state::text is null or state = :state)";
        String named = state == null ? null : state.name();
        long total = sql.sql("select count(*) from delivery" + where)
                .param("connector", connector)
                .param("state", named)
                .query(Long.class)
                .single();
        List<Summary> items = sql.sql(
                        "select id, connector, received_at, received_by, file_name, length(bytes) as size,"
                                + " encode(sha256, 'hex') as sha, state, attempts, problem, outcome from delivery"
                                + where
                                + " order by received_at desc, id desc limit :limit offset :offset")
                .param("connector", connector)
                .param("state", named)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Summary(
                        row.getObject("id", UUID.class),
                        row.getString("connector"),
                        new Summary.Receipt(Columns.instant(row, "received_at"), row.getString("received_by")),
                        new Summary.ReceivedContent(
                                row.getString("file_name"), row.getInt("size"), row.getString("sha")),
                        State.valueOf(row.getString("state")),
                        new Summary.Processing(
                                row.getInt("attempts"),
                                shown(row.getString("problem")),
                                shown(row.getString("outcome")))))
                .list();
        return new PageOf<>(items, page, size, total);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Flow> flow(Instant since) {
        Map<String, Flow> flows = new HashMap<>();
        sql.sql("""
                select connector, count(*) filter (where received_at >= :since) as received,
                       count(*) filter (where state = 'FAILED') as failed,
                       count(*) filter (where state = 'RECEIVED') as waiting,
                       max(received_at) as last_received, max(processed_at) as last_processed,
                       min(received_at) filter (where state = 'RECEIVED') as oldest
                  from delivery
                 where received_at >= :since or state <> 'PROCESSED'
                 group by connector
                """).param("since", Arguments.utc(since)).query(row -> {
            Instant oldest = Columns.maybeInstant(row, "oldest");
            flows.put(
                    row.getString("connector"),
                    new Flow(
                            row.getLong("received"),
                            row.getLong("failed"),
                            row.getLong("waiting"),
                            Columns.maybeInstant(row, "last_received"),
                            Columns.maybeInstant(row, "last_processed"),
                            oldest == null ? null : Duration.between(oldest, clock.instant())));
        });
        return flows;
    }

    private @Nullable String shown(@Nullable String column) {
        return column == null ? null : Wording.shown(column, texts);
    }

    private Delivery delivery(ResultSet row, int n) throws SQLException {
        String headers = row.getString("headers");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("connector"),
                Columns.instant(row, "received_at"),
                headers == null ? Map.of() : json.readValue(headers, new TypeReference<Map<String, String>>() {}),
                row.getBytes("bytes"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"));
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public void failed(UUID deliveryId, Wording problem) {
        markFailed(deliveryId, problem);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> findSame(String connector, UUID sessionId, byte[] bytes) {
        return sql.sql("""
                select id from delivery
                 where connector = :connector and sha256 = :sha and state = 'PROCESSED' and session_id = :session
                 order by received_at limit 1
                """)
                .param("connector", connector)
                .param("sha", sha256(bytes))
                .param("session", sessionId)
                .query(UUID.class)
                .optional();
    }

    private void markFailed(UUID deliveryId, Wording problem) {
        sql.sql("update delivery set state = 'FAILED', attempts = attempts + 1, problem = ? where id = ?"
                        + " returning connector")
                .params(problem.stored(), deliveryId)
                .query(String.class)
                .optional()
                .ifPresent(source -> metrics.count(source, DeliveryMetrics.Result.FAILED));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
