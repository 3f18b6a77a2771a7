package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what people said participants are. */
@Component
class AliasStore {

    private final JdbcClient sql;
    private final Clock clock;

    AliasStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record StoredAlias(
            UUID id,
            Participant participant,
            UUID learnerId,
            boolean lasting,
            Confirmation confirmation,
            boolean withdrawn) {

        /** Who was seen. */
        record Participant(
                EvidenceSource source,
                String personKey,
                @Nullable String personName) {}

        /** Who confirmed it, and when. */
        record Confirmation(String by, @Nullable UUID account, Instant at) {}
    }

    /** Until the transaction ends nobody else decides about this participant. */
    void lock(EvidenceSource source, String personKey) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "identity " + source + " " + personKey)
                .query((row, n) -> true)
                .list();
    }

    /** Person key to the learners whom people said it is, of the keys that last; withdrawn ones left out. */
    Map<String, List<UUID>> lasting(EvidenceSource source, Collection<String> personKeys) {
        Map<String, List<UUID>> found = new HashMap<>();
        if (!personKeys.isEmpty()) {
            sql.sql("""
                    select person_key, learner_id from identity_alias
                     where source = :source and person_key in (:keys) and lasting and withdrawn_at is null
                     order by learner_id
                    """)
                    .param("source", source.name())
                    .param("keys", personKeys)
                    .query(row -> {
                        found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(row.getObject(2, UUID.class));
                    });
        }
        return found;
    }

    /** Answers the current alias, a new one unless it was there. */
    StoredAlias remember(
            EvidenceSource source,
            String personKey,
            @Nullable String personName,
            UUID learnerId,
            boolean lasting,
            String by,
            @Nullable UUID account) {
        sql.sql("""
                insert into identity_alias (id, source, person_key, person_name, learner_id, lasting, confirmed_by,
                                            confirmed_account, confirmed_at)
                values (:id, :source, :key, :name, :learner, :lasting, :by, :account::uuid, :at)
                on conflict (source, person_key, learner_id) where withdrawn_at is null do nothing
                """)
                .param("id", TimeOrderedId.next())
                .param("source", source.name())
                .param("key", personKey)
                .param("name", personName)
                .param("learner", learnerId)
                .param("lasting", lasting)
                .param("by", by)
                .param("account", account)
                .param("at", now())
                .update();
        return current(source, personKey, learnerId).orElseThrow();
    }

    Optional<StoredAlias> current(EvidenceSource source, String personKey, UUID learnerId) {
        return sql.sql("""
                select * from identity_alias
                 where source = :source and person_key = :key and learner_id = :learner and withdrawn_at is null
                """)
                .param("source", source.name())
                .param("key", personKey)
                .param("learner", learnerId)
                .query(AliasStore::alias)
                .optional();
    }

    Optional<StoredAlias> find(UUID id) {
        return sql.sql("select * from identity_alias where id = ?")
                .params(id)
                .query(AliasStore::alias)
                .optional();
    }

    /** False when it was withdrawn already. */
    boolean withdraw(UUID id, String by) {
        return sql.sql("update identity_alias set withdrawn_by = :by, withdrawn_at = :at"
                                + " where id = :id and withdrawn_at is null")
                        .param("by", by)
                        .param("at", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static StoredAlias alias(ResultSet row, int n) throws SQLException {
        return new StoredAlias(
                row.getObject("id", UUID.class),
                new StoredAlias.Participant(
                        EvidenceSource.valueOf(row.getString("source")),
                        row.getString("person_key"),
                        row.getString("person_name")),
                row.getObject("learner_id", UUID.class),
                row.getBoolean("lasting"),
                new StoredAlias.Confirmation(
                        row.getString("confirmed_by"),
                        row.getObject("confirmed_account", UUID.class),
                        Columns.instant(row, "confirmed_at")),
                row.getObject("withdrawn_at") != null);
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
