package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.training.Planning.By;
import fr.educentre.assidu.training.Planning.Week;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of the planning is shown, as it stands in the address.
 *
 * @param day of the week; in the list of a day, that day
 * @param list a day after the other rather than a week at once
 */
record PlanningFilter(By by, LocalDate day, String text, boolean list) {

    private static final Map<String, By> ROWS =
            Map.of("groupe", By.GROUP, "formateur", By.TRAINER, "salle", By.ROOM, "site", By.SITE);

    /** An address typed wrong shows this week. */
    static PlanningFilter of(QueryParameters parameters, LocalDate today, boolean narrow) {
        return new PlanningFilter(
                parameters.getSingleParameter("par").map(ROWS::get).orElse(By.GROUP),
                parameters
                        .getSingleParameter("jour")
                        .flatMap(PlanningFilter::day)
                        .orElse(today),
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("vue").map("liste"::equals).orElse(narrow));
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    QueryParameters parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        ROWS.forEach((name, rows) -> {
            if (rows == by) {
                values.put("par", name);
            }
        });
        values.put("jour", day.toString());
        values.put("vue", list ? "liste" : "semaine");
        if (!text.isBlank()) {
            values.put("q", text);
        }
        return QueryParameters.simple(values);
    }

    Week week() {
        return Week.of(by, day, text);
    }

    PlanningFilter on(LocalDate other) {
        return new PlanningFilter(by, other, text, list);
    }

    PlanningFilter by(By other) {
        return new PlanningFilter(other, day, text, list);
    }

    PlanningFilter holding(String sought) {
        return new PlanningFilter(by, day, sought, list);
    }

    PlanningFilter asList(boolean other) {
        return new PlanningFilter(by, day, text, other);
    }
}
