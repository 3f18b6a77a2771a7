package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.shell.SentJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads JSON that others write. A value that is null, blank, of another shape than asked for or absent reads alike; nothing
 * is thrown.
 */
public final class LenientJson {

    private static final JsonMapper MAPPER = SentJson.mapper().build();
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST_MOMENT = 40;
    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern EPOCH = Pattern.compile("(\\d{9,14})(?:\\.0+)?");
    private static final Pattern ZONED = Pattern.compile(".*(?:[zZ]|[+-]\\d{2}:?\\d{2})");

    private final int longest;
    private final boolean anyCase;

    private LenientJson(int longest, boolean anyCase) {
        this.longest = longest;
        this.anyCase = anyCase;
    }

    /** @param longest text read; the rest of a longer one is cut off */
    public static LenientJson upTo(int longest) {
        return new LenientJson(longest, false);
    }

    /** Text is read as it is written, however long. */
    public static LenientJson whole() {
        return new LenientJson(Integer.MAX_VALUE, false);
    }

    /** The names of fields may come in either case. */
    public LenientJson inAnyCase() {
        return new LenientJson(longest, true);
    }

    /** Empty where the bytes are no JSON. */
    public static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public static Optional<JsonNode> readObject(byte[] bytes) {
        return read(bytes).filter(JsonNode::isObject);
    }

    public static JsonNode emptyObject() {
        return MAPPER.createObjectNode();
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public JsonNode child(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode() || !anyCase) {
            return exact;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** A string, a number or a truth value. */
    public @Nullable String text(JsonNode object, String name) {
        return text(child(object, name));
    }

    public String text(JsonNode object, String name, String whereNone) {
        String text = text(object, name);
        return text == null ? whereNone : text;
    }

    public @Nullable String text(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
        String clean =
                (longest == Integer.MAX_VALUE ? text : CONTROL.matcher(text).replaceAll(" ")).strip();
        return clean.isEmpty() ? null : clean.length() > longest ? clean.substring(0, longest) : clean;
    }

    /** The text of the first of the fields that has one. */
    public @Nullable String first(JsonNode object, String... names) {
        for (String name : names) {
            String text = text(object, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** True, 1 or their words. */
    public boolean flag(JsonNode object, String name) {
        String text = text(object, name);
        return "true".equalsIgnoreCase(text) || "1".equals(text);
    }

    public List<JsonNode> items(JsonNode object, String name) {
        JsonNode array = child(object, name);
        List<JsonNode> items = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(items::add);
        }
        return items;
    }

    public @Nullable Instant instant(JsonNode object, String name) {
        return instant(child(object, name));
    }

    public @Nullable Instant instant(JsonNode value) {
        return instant(text(value));
    }

    /**
     * ISO 8601 (in UTC where no offset is written), or seconds or milliseconds since 1970; to the microsecond, as it is
     * stored. Null where it is no moment a session may have: some write year 1 where they know no time.
     */
    public static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.length() > LONGEST_MOMENT) {
            return null;
        }
        try {
            var epoch = EPOCH.matcher(text);
            if (epoch.matches()) {
                long number = Long.parseLong(epoch.group(1));
                return plausible(
                        number >= MILLISECONDS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
            }
            String iso = text.replace(' ', 'T');
            return plausible(
                    ZONED.matcher(iso).matches()
                            ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                                    .toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number of milliseconds since 1970. */
    public @Nullable Instant millis(JsonNode object, String name) {
        JsonNode value = child(object, name);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? plausible(Instant.ofEpochMilli(value.longValue()))
                : null;
    }

    private static @Nullable Instant plausible(Instant at) {
        return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
