package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.jdbc.Arguments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads settings at each signed delivery and caches them for a few seconds: every node knows a change after these. */
@Component
class StoredSourceSettings implements SourceSettings {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Map<String, Read> known = new ConcurrentHashMap<>();
    private final JdbcClient sql;
    private final SecretCipher box;
    private final Environment environment;
    private final Clock clock;

    StoredSourceSettings(JdbcClient sql, SecretCipher box, Environment environment, Clock clock) {
        this.sql = sql;
        this.box = box;
        this.environment = environment;
        this.clock = clock;
    }

    private record Read(Optional<String> value, Instant at) {
        boolean fresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    @Override
    public Optional<String> find(String connector, String name) {
        Instant now = clock.instant();
        Read read = known.get(label(connector, name));
        if (read == null || !read.fresh(now)) {
            read = new Read(read(connector, name), now);
            known.put(label(connector, name), read);
        }
        return read.value();
    }

    private Optional<String> read(String connector, String name) {
        return stored(connector, name)
                .or(() -> Optional.ofNullable(environment.getProperty("assidu.connectors." + connector + "." + name)))
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }

    private Optional<String> stored(String connector, String name) {
        return sql.sql("select value, cipher, nonce from connector_setting where connector = ? and name = ?")
                .params(connector, name)
                .query((row, n) -> {
                    byte[] cipher = row.getBytes("cipher");
                    return cipher == null
                            ? row.getString("value")
                            : new String(
                                    box.open(
                                            new SecretCipher.Sealed(cipher, row.getBytes("nonce")),
                                            label(connector, name)),
                                    StandardCharsets.UTF_8);
                })
                .optional();
    }

    /** Names that a person set, whatever their values. */
    Set<String> setByPerson(String connector) {
        return Set.copyOf(sql.sql("select name from connector_setting where connector = ?")
                .params(connector)
                .query((row, n) -> row.getString("name"))
                .list());
    }

    /** Null takes what a person had set away: the property counts again. */
    @Transactional
    void set(String connector, SourceSetup.Field field, @Nullable String value, String by) {
        known.remove(label(connector, field.name()));
        if (value == null || value.isBlank()) {
            sql.sql("delete from connector_setting where connector = ? and name = ?")
                    .params(connector, field.name())
                    .update();
            return;
        }
        SecretCipher.Sealed sealed = field.secret()
                ? box.seal(value.strip().getBytes(StandardCharsets.UTF_8), label(connector, field.name()))
                : null;
        sql.sql("""
                insert into connector_setting (connector, name, value, cipher, nonce, set_by, set_at)
                values (:connector, :name, :value, :cipher, :nonce, :by, :at)
                on conflict (connector, name) do update set value = excluded.value, cipher = excluded.cipher,
                    nonce = excluded.nonce, set_by = excluded.set_by, set_at = excluded.set_at
                """)
                .param("connector", connector)
                .param("name", field.name())
                .param("value", sealed == null ? value.strip() : null)
                .param("cipher", sealed == null ? null : sealed.cipher())
                .param("nonce", sealed == null ? null : sealed.nonce())
                .param("by", by)
                .param("at", Arguments.utc(clock.instant()))
                .update();
    }

    private static String label(String connector, String name) {
        return "connector/" + connector + "/" + name;
    }
}
