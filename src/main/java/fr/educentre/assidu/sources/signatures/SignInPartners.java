package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.SourceSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sign-in partners by name. A partner's secret is a setting {@code <partner>.secret} of the connector
 * {@code signatures}, or the property {@code assidu.connectors.signatures.<partner>.secret}.
 */
@Component
public class SignInPartners {

    static final String CONNECTOR = "signatures";
    static final String LIST = "partners";
    static final String SECRET = "secret";
    private static final String PREFIX = "assidu.connectors.signatures";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final SourceSettings settings;
    private final Environment environment;
    private final JdbcClient sql;

    SignInPartners(SourceSettings settings, Environment environment, JdbcClient sql) {
        this.settings = settings;
        this.environment = environment;
        this.sql = sql;
    }

    /** @throws Refusal INVALID for what is no name of a partner */
    static String required(String name) {
        String partner = name.strip().toLowerCase(java.util.Locale.ROOT);
        if (!NAME.matcher(partner).matches()) {
            throw Refusal.invalid("refusal.partner.name");
        }
        return partner;
    }

    /** Those with a secret, named in the list, or with files explained; in order. */
    List<String> names() {
        Set<String> names = new TreeSet<>(listed());
        Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .forEach((name, values) -> {
                    if (values instanceof Map<?, ?> map && map.containsKey(SECRET)) {
                        names.add(name);
                    }
                });
        names.addAll(sql.sql("""
                        select case when connector = 'signatures' then left(name, -7) else substr(connector, 12) end as partner
                          from connector_setting
                         where (connector = 'signatures' and name like '%.secret')
                            or (connector like 'signatures.%' and name = 'secret')
                        union select partner from partner_mapping
                        """).query((row, n) -> row.getString("partner")).list());
        names.removeIf(name -> !NAME.matcher(name).matches());
        return List.copyOf(names);
    }

    private List<String> listed() {
        return Arrays.stream(settings.get(CONNECTOR, LIST, "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("[,;\\s]+"))
                .filter(name -> NAME.matcher(name).matches())
                .toList();
    }

    /**
     * The key of a partner's signatures. The same work is done for a name nobody knows, and what nobody set is not kept
     * in memory.
     */
    public Optional<String> secret(String partner) {
        boolean plausible = NAME.matcher(partner).matches();
        String name = plausible ? partner : "-";
        boolean known = sql.sql("""
                        select count(*) from connector_setting
                         where (connector = 'signatures' and name = :own) or (connector = :apart and name = 'secret')
                        """)
                                .param("own", name + "." + SECRET)
                                .param("apart", CONNECTOR + "." + name)
                                .query(Long.class)
                                .single()
                        > 0
                || environment.getProperty(PREFIX + "." + name + "." + SECRET) != null;
        return known && plausible
                ? settings.find(CONNECTOR, name + "." + SECRET).or(() -> settings.find(CONNECTOR + "." + name, SECRET))
                : Optional.empty();
    }
}
