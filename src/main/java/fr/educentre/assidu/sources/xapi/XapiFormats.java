package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.evidence.IsoDuration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of xAPI values. */
final class XapiFormats {

    static final ValueChecks STRING = ValueChecks.text(text -> text.indexOf('\0') < 0, "text");
    static final ValueChecks BOOLEAN = ValueChecks.typed(Boolean.class, "boolean");
    static final ValueChecks NUMBER = ValueChecks.number(number -> Double.isFinite(number.doubleValue()), "number");
    static final ValueChecks IRI = ValueChecks.text(XapiFormats::isIri, "IRI");
    static final ValueChecks UUID = ValueChecks.text(XapiFormats::isUuid, "UUID");
    static final ValueChecks TIMESTAMP = ValueChecks.text(text -> instant(text).isPresent(), "ISO 8601 timestamp");
    static final ValueChecks DURATION =
            ValueChecks.text(text -> IsoDuration.parse(text).isPresent(), "ISO 8601 duration");
    static final ValueChecks LANGUAGE = ValueChecks.text(XapiFormats::isLanguage, "RFC 5646 language tag");
    static final ValueChecks LANGUAGE_MAP = ValueChecks.mapOf(XapiFormats::isLanguage, "RFC 5646 language tag", STRING);
    static final ValueChecks EXTENSIONS = ValueChecks.mapOf(XapiFormats::isIri, "IRI", null);

    private static final Pattern IRI_SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\x00]+");
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");
    private static final Pattern NEGATIVE_ZERO = Pattern.compile(".*-00(:?00)?");

    private XapiFormats() {}

    static boolean isIri(String text) {
        return IRI_SHAPE.matcher(text).matches();
    }

    static boolean isUuid(String text) {
        return UUID_SHAPE.matcher(text).matches();
    }

    /** Without an offset the time is taken as UTC; {@code -00:00} says that it is unknown and is not accepted. */
    static Optional<Instant> instant(String text) {
        String time = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        int zone = time.indexOf('T') < 0 ? 0 : time.indexOf('T');
        if (!YEAR.matcher(text).matches()
                || NEGATIVE_ZERO
                        .matcher(time.substring(zone).replaceFirst("^T[0-9:.]*", ""))
                        .matches()) {
            return Optional.empty();
        }
        try {
            var parsed = DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return !tag.isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
