package fr.educentre.assidu;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.springframework.boot.convert.DurationStyle;

/** What the value of a setting must look like, and what to give instead, in French and in English. */
enum SettingKind {
    TEXT(value -> true, "un texte / a text"),
    PASSWORD(value -> true, "un mot de passe / a password"),
    DATABASE(
            SettingKind::database,
            "une adresse comme jdbc:postgresql://hote:5432/assidu / an address like jdbc:postgresql://host:5432/assidu"),
    WEB_ADDRESS(
            SettingKind::webAddress,
            "une adresse comme https://assidu.centre.example, sans « ? » ni « # » / an address like"
                    + " https://assidu.centre.example, without \"?\" or \"#\""),
    MAIL_ADDRESS(
            SettingKind::mailAddress,
            "une adresse comme assidu@centre.example / an address like assidu@centre.example"),
    HOST(
            value -> value.matches("[A-Za-z0-9.:_\\[\\]-]+"),
            "un nom de machine ou une adresse IP, sans protocole / the name of a machine or an IP address, without protocol"),
    KEY(
            SettingKind::key,
            "32 octets en base64, comme les donne « openssl rand -base64 32 » / 32 bytes in base64, as \"openssl rand"
                    + " -base64 32\" gives them"),
    KEYS(
            value -> Stream.of(value.split(",")).map(String::strip).allMatch(SettingKind::key),
            "des clés de 32 octets en base64, séparées par des virgules, la plus ancienne d'abord / keys of 32 bytes in"
                    + " base64, separated by commas, oldest first"),
    PORT(value -> within(value, 0, 65_535), "un nombre de 0 à 65535 / a number from 0 to 65535"),
    COUNT(value -> within(value, 0, Integer.MAX_VALUE), "un nombre entier / a whole number"),
    STRENGTH(value -> within(value, 4, 31), "un nombre de 4 à 31 / a number from 4 to 31"),
    DURATION(
            SettingKind::duration, "une durée comme PT48H, 5m, 30s ou 800ms / a duration like PT48H, 5m, 30s or 800ms"),
    PATTERN(SettingKind::pattern, "une expression régulière / a regular expression"),
    YES_OR_NO(value -> value.toLowerCase(Locale.ROOT).matches("true|false|on|off|yes|no|1|0"), "true ou / or false"),
    ROLE(
            value -> value.matches("[A-Za-z_][A-Za-z0-9_]{0,62}"),
            "un nom de rôle de la base / the name of a database role");

    private final Predicate<String> accepted;
    private final String remedy;

    SettingKind(Predicate<String> accepted, String remedy) {
        this.accepted = accepted;
        this.remedy = remedy;
    }

    boolean accepts(String value) {
        return accepted.test(value.strip());
    }

    String remedy() {
        return remedy;
    }

    /** Whether the value may be repeated where it can be read. */
    boolean secret() {
        return this == PASSWORD || this == KEY || this == KEYS;
    }

    private static boolean database(String value) {
        return value.startsWith("jdbc:postgresql:") && Driver.parseURL(value, null) != null;
    }

    private static boolean webAddress(String value) {
        try {
            var address = new URI(value);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= 65_535
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean mailAddress(String value) {
        try {
            var address = new InternetAddress(value, true);
            address.validate();
            return address.getAddress().indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    private static boolean key(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean within(String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean duration(String value) {
        try {
            return !DurationStyle.detectAndParse(value).isNegative();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean pattern(String value) {
        try {
            Pattern.compile(value);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
