package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the screen as its address keeps them. */
final class DocumentScope {

    private DocumentScope() {}

    static Filter of(QueryParameters parameters) {
        return new Filter(
                value(parameters, "du", PlausibleDays::parse),
                value(parameters, "au", PlausibleDays::parse),
                value(parameters, "groupe", UUID::fromString),
                value(parameters, "apprenant", UUID::fromString),
                value(parameters, "financeur", UUID::fromString));
    }

    static QueryParameters parameters(Filter filter) {
        var values = new LinkedHashMap<String, String>();
        put(values, "du", filter.from());
        put(values, "au", filter.to());
        put(values, "groupe", filter.groupId());
        put(values, "apprenant", filter.learnerId());
        put(values, "financeur", filter.funderId());
        return QueryParameters.simple(values);
    }

    private static void put(LinkedHashMap<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** A value a person mistyped in the address is no filter. */
    private static <T> @Nullable T value(QueryParameters parameters, String name, Function<String, T> parsing) {
        var text = parameters.getSingleParameter(name);
        if (text.isEmpty() || text.get().isBlank()) {
            return null;
        }
        try {
            return parsing.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
