package fr.educentre.assidu.sources.zoom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of Zoom's JSON: text or number, and null, empty or absent alike. */
final class ZoomJson {

    private static final int LONGEST = 200;
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private ZoomJson() {}

    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        String text = value.isString() ? value.stringValue() : value.isIntegralNumber() ? value.asString() : "";
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.isEmpty() ? null : clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** Null where it is no moment a meeting may have. */
    static @Nullable Instant instant(JsonNode object, String field) {
        String text = text(object, field);
        if (text == null) {
            return null;
        }
        try {
            return sane(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Instant millis(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? sane(Instant.ofEpochMilli(value.longValue()))
                : null;
    }

    private static @Nullable Instant sane(Instant at) {
        return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
    }
}
