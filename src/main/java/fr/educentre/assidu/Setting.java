package fr.educentre.assidu;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A setting that whoever runs Assidu may give; all of them, as {@code src/docs/operations} has them.
 *
 * @param key of the property; {@code *} stands for one name or several
 * @param purpose in French and in English, for those that nothing starts without
 */
record Setting(String key, SettingKind kind, boolean required, String purpose) {

    static final List<Setting> ALL = List.of(
            required(
                    "spring.datasource.url",
                    SettingKind.DATABASE,
                    "adresse JDBC de la base PostgreSQL / JDBC address of the database"),
            required("spring.datasource.username", SettingKind.TEXT, "rôle de l'application / the application's role"),
            required("spring.datasource.password", SettingKind.PASSWORD, "son mot de passe / its password"),
            required(
                    "spring.flyway.user",
                    SettingKind.TEXT,
                    "rôle propriétaire du schéma / the role that owns the schema"),
            required("spring.flyway.password", SettingKind.PASSWORD, "son mot de passe / its password"),
            required("spring.mail.host", SettingKind.HOST, "serveur SMTP / SMTP server"),
            optional("spring.mail.port", SettingKind.PORT),
            optional("spring.mail.username", SettingKind.TEXT),
            optional("spring.mail.password", SettingKind.PASSWORD),
            optional("spring.mail.ssl.enabled", SettingKind.YES_OR_NO),
            optional("spring.mail.properties.mail.smtp.starttls.required", SettingKind.YES_OR_NO),
            optional("logging.structured.format.console", SettingKind.TEXT),
            optional("server.port", SettingKind.PORT),
            required(
                    "assidu.base-url",
                    SettingKind.WEB_ADDRESS,
                    "adresse publique, pour les liens des courriels / public address, for links in mails"),
            required("assidu.mail.from", SettingKind.MAIL_ADDRESS, "expéditeur des courriels / sender of the mails"),
            required(
                    "assidu.secrets.key",
                    SettingKind.KEY,
                    "clé de chiffrement, 32 octets en base64 / encryption key, 32 bytes in base64"),
            optional("assidu.secrets.former-keys", SettingKind.KEYS),
            optional("assidu.database.app-role", SettingKind.ROLE),
            optional("assidu.database.wait", SettingKind.DURATION),
            optional("assidu.access.password-strength", SettingKind.STRENGTH),
            optional("assidu.access.tries-from-an-address", SettingKind.COUNT),
            optional("assidu.attendance.objective", SettingKind.COUNT),
            optional("assidu.calendars.private-addresses", SettingKind.YES_OR_NO),
            optional("assidu.connectors.processing-delay", SettingKind.DURATION),
            optional("assidu.connectors.every.*", SettingKind.DURATION),
            optional("assidu.connectors.*", SettingKind.TEXT),
            optional("assidu.jobs.run", SettingKind.YES_OR_NO),
            optional("assidu.journal.head-file", SettingKind.TEXT),
            optional("assidu.journal.head-mail", SettingKind.MAIL_ADDRESS),
            optional("assidu.nightly.enabled", SettingKind.YES_OR_NO),
            optional("assidu.proxies", SettingKind.PATTERN),
            optional("assidu.relaunch.delay", SettingKind.DURATION),
            optional("assidu.relaunch.escalation-working-days", SettingKind.COUNT),
            optional("assidu.signing.after", SettingKind.DURATION),
            optional("assidu.signing.before", SettingKind.DURATION),
            optional("assidu.xapi.clients.*.username", SettingKind.TEXT),
            optional("assidu.xapi.clients.*.password", SettingKind.PASSWORD));

    private static Setting required(String key, SettingKind kind, String purpose) {
        return new Setting(key, kind, true, purpose);
    }

    private static Setting optional(String key, SettingKind kind) {
        return new Setting(key, kind, false, "");
    }

    /** As it is given in the environment. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    /** Whether this is the setting of a property, or of a variable of the environment. */
    boolean named(String name) {
        return Pattern.matches(variable(key).replace("*", ".+"), variable(name));
    }

    boolean several() {
        return key.contains("*");
    }
}
