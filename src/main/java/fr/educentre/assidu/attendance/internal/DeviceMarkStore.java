package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.jdbc.Arguments;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which marks of devices came already. Nothing of whom or what: that stands in the traces. */
@Component
class DeviceMarkStore {

    private final JdbcClient sql;

    DeviceMarkStore(JdbcClient sql) {
        this.sql = sql;
    }

    boolean knows(UUID key) {
        return sql.sql("select exists (select from device_mark where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** @return false where it came already */
    boolean add(UUID key, Instant receivedAt) {
        return sql.sql("insert into device_mark (key, received_at) values (:key, :at) on conflict (key) do nothing")
                        .param("key", key)
                        .param("at", Arguments.utc(receivedAt))
                        .update()
                == 1;
    }
}
