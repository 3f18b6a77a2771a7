package fr.educentre.assidu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** In production nothing starts by accident: settings that are missing are named, with the way to give them. */
class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Said by whatever brings a database, a mail server and keys of its own. */
    private static final String SELF_CONTAINED = "assidu.self-contained";

    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("spring.datasource.url", "adresse JDBC de la base PostgreSQL / JDBC address of the database");
        REQUIRED.put("spring.datasource.username", "rôle de l'application / the application's role");
        REQUIRED.put("spring.datasource.password", "son mot de passe / its password");
        REQUIRED.put("spring.flyway.user", "rôle propriétaire du schéma / the role that owns the schema");
        REQUIRED.put("spring.flyway.password", "son mot de passe / its password");
        REQUIRED.put("spring.mail.host", "serveur SMTP / SMTP server");
        REQUIRED.put(
                "assidu.base-url",
                "adresse publique, pour les liens des courriels / public address, for links in mails");
        REQUIRED.put("assidu.mail.from", "expéditeur des courriels / sender of the mails");
        REQUIRED.put(
                "assidu.secrets.key", "clé de chiffrement, 32 octets en base64 / encryption key, 32 bytes in base64");
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (environment.getProperty(SELF_CONTAINED, boolean.class, false)) {
            return;
        }
        List<String> missing = missing(environment);
        if (!missing.isEmpty()) {
            System.err.println(message(missing));
            System.exit(2);
        }
    }

    static List<String> missing(Environment environment) {
        List<String> missing = new ArrayList<>();
        for (String key : REQUIRED.keySet()) {
            String value = environment.getProperty(key);
            boolean onlyDefault = ("assidu.base-url".equals(key) || "assidu.mail.from".equals(key))
                    && value != null
                    && value.contains("localhost");
            if (value == null || value.isBlank() || onlyDefault) {
                missing.add(key);
            }
        }
        return missing;
    }

    static String message(List<String> missing) {
        var text = new StringBuilder("Assidu ne démarre pas, il manque / Assidu does not start, missing:\n");
        for (String key : missing) {
            text.append("  ")
                    .append(key.toUpperCase(java.util.Locale.ROOT)
                            .replace('.', '_')
                            .replace("-", ""))
                    .append("  (")
                    .append(key)
                    .append(") : ")
                    .append(REQUIRED.get(key))
                    .append('\n');
        }
        text.append("Réglages expliqués / settings explained: src/docs/operations/README.md");
        return text.toString();
    }
}
