package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import fr.educentre.assidu.shell.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates and times as a partner writes them, rewritten as ISO 8601. What does not follow the format is made unreadable. */
record PartnerDateTimeNormalizer(
        @Nullable DateTimeFormatter date,
        @Nullable DateTimeFormatter time,
        @Nullable DateTimeFormatter moment) {

    private static final String UNREADABLE = "? ";

    /** @throws Refusal INVALID for a pattern that is none */
    static PartnerDateTimeNormalizer of(SheetMapping mapping) {
        return new PartnerDateTimeNormalizer(
                formatter(mapping.dateFormat(), LocalDate::from),
                formatter(mapping.timeFormat(), LocalTime::from),
                formatter(mapping.momentFormat(), LocalDateTime::from));
    }

    String iso(Field field, String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return switch (field) {
            case DATE -> date == null ? cell : read(date, cell, LocalDate::from).orElse(UNREADABLE + cell);
            case START, END ->
                time == null ? cell : read(time, cell, LocalTime::from).orElse(UNREADABLE + cell);
            case SIGNED_AT, ARRIVAL, LEFT_AT -> moment(cell);
            default -> cell;
        };
    }

    private String moment(String cell) {
        if (moment == null && time == null) {
            return cell;
        }
        Optional<String> whole = moment == null ? Optional.empty() : read(moment, cell, LocalDateTime::from);
        return whole.or(() -> time == null ? Optional.empty() : read(time, cell, LocalTime::from))
                .orElse(UNREADABLE + cell);
    }

    private static Optional<String> read(DateTimeFormatter formatter, String cell, TemporalQuery<?> as) {
        try {
            return Optional.of(formatter.parse(cell, as).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Years as people write them need no era beside them; letters between quotes are no pattern. */
    private static String ofAnyEra(String pattern) {
        var plain = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            plain.append(c == 'y' && !quoted && pattern.indexOf('G') < 0 ? 'u' : c);
        }
        return plain.toString();
    }

    private static @Nullable DateTimeFormatter formatter(@Nullable String pattern, TemporalQuery<?> as) {
        if (pattern == null || pattern.isBlank()) {
            return null;
        }
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(ofAnyEra(pattern.strip()))
                    .toFormatter(Locale.FRENCH)
                    // 31 February is no day, not the last of the month
                    .withResolverStyle(ResolverStyle.STRICT);
            formatter.parse(formatter.format(LocalDateTime.of(2026, 11, 25, 14, 5, 9)), as);
            return formatter;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalid("refusal.mapping.format", pattern);
        }
    }
}
