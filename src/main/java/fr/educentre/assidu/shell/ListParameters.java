package fr.educentre.assidu.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Query parameters as callers write them; a bad one is refused by its name. */
public final class ListParameters {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private ListParameters() {}

    public static int page(@Nullable String value) {
        return PageOf.page(number("page", value, 0));
    }

    public static int size(@Nullable String value) {
        return PageOf.size(number("size", value, PageOf.DEFAULT_SIZE));
    }

    public static @Nullable UUID id(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw malformed(name, value);
        }
    }

    /** A day of the calendar. */
    public static @Nullable LocalDate day(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return PlausibleDays.required(name, LocalDate.parse(value));
        } catch (DateTimeException e) {
            throw malformed(name, value);
        }
    }

    /** A date stands for its first moment. */
    public static @Nullable Instant from(String name, @Nullable String value) {
        return moment(name, value, 0);
    }

    /** A date stands for its last moment. */
    public static @Nullable Instant to(String name, @Nullable String value) {
        return moment(name, value, 1);
    }

    /** @throws Refusal MALFORMED where the first comes after the second */
    public static void requireOrder(String fromName, @Nullable Instant from, String toName, @Nullable Instant to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.malformed("refusal.parameter.period", fromName, toName);
        }
    }

    public static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String value, Class<E> choices) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(choices, value);
        } catch (IllegalArgumentException e) {
            throw malformed(name, value);
        }
    }

    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw malformed(name, value);
    }

    private static @Nullable Instant moment(String name, @Nullable String value, int days) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            // A plus sign that was not escaped in the address arrives as a space.
            if (value.length() > 10) {
                return PlausibleDays.required(
                        name, OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
            }
            LocalDate day = PlausibleDays.required(name, LocalDate.parse(value));
            return day.plusDays(days).atStartOfDay(CENTRE).toInstant();
        } catch (DateTimeException e) {
            throw malformed(name, value);
        }
    }

    private static int number(String name, @Nullable String value, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw malformed(name, value);
        }
    }

    private static Refusal malformed(String name, String value) {
        return Refusal.malformed("refusal.parameter", name, value);
    }
}
