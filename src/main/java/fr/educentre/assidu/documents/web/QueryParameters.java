package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Query parameters as values; ids are opaque, so a malformed one is an unknown one. */
final class QueryParameters {

    private QueryParameters() {}

    static @Nullable UUID id(@Nullable String text, String kind) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.notFound(kind);
    }

    /** A date, or the date of an instant. */
    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day =
                    LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            if (PlausibleDays.holds(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Refusal.malformed("refusal.documents.date", text);
    }
}
