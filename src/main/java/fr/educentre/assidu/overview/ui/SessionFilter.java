package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.training.SessionState;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the list of sessions shows; stands in the address. */
record SessionFilter(
        @Nullable UUID groupId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable SessionState state,
        @Nullable String q) {

    SessionFilter(
            @Nullable UUID groupId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable SessionState state) {
        this(groupId, from, to, state, null);
    }

    static SessionFilter none() {
        return new SessionFilter(null, null, null, null);
    }

    static SessionFilter of(QueryParameters parameters) {
        return new SessionFilter(
                read(parameters, "groupe", UUID::fromString),
                read(parameters, "du", PlausibleDays::parse),
                read(parameters, "au", PlausibleDays::parse),
                read(parameters, "etat", SessionState::valueOf),
                read(parameters, "q", Function.identity()));
    }

    QueryParameters toQuery() {
        Map<String, String> values = new HashMap<>();
        put(values, "groupe", groupId);
        put(values, "du", from);
        put(values, "au", to);
        put(values, "etat", state);
        put(values, "q", q == null || q.isBlank() ? null : q);
        return QueryParameters.simple(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** An address typed wrong filters nothing. */
    private static <T> @Nullable T read(QueryParameters parameters, String name, Function<String, T> parser) {
        Optional<String> text = parameters.getSingleParameter(name);
        try {
            return text.isPresent() ? parser.apply(text.get()) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
