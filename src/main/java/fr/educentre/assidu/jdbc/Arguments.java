package fr.educentre.assidu.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as the parameters of a statement take them. */
public final class Arguments {

    private Arguments() {}

    /** For a {@code timestamptz}. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime maybeUtc(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /**
     * For {@code = any(:ids::uuid[])}, or {@code in (select unnest(:ids::uuid[]))} where no index leads and the list would
     * be read once a row: one statement text whatever the number of ids.
     */
    public static String array(Collection<UUID> ids) {
        return joined(ids);
    }

    /** For {@code = any(:days::date[])}. */
    public static String days(Collection<LocalDate> days) {
        return joined(days);
    }

    private static String joined(Collection<?> values) {
        var text = new StringBuilder(2 + 37 * values.size()).append('{');
        for (Object value : values) {
            text.append(text.length() == 1 ? "" : ",").append(value);
        }
        return text.append('}').toString();
    }
}
