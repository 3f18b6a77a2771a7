package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When the measures that were asked for may change although no fact does. */
public final class NextEvaluationCalculator {

    private final LocalDate today;
    private @Nullable LocalDate on;
    private @Nullable Instant at;

    NextEvaluationCalculator(LocalDate today) {
        this.today = today;
    }

    void changesOn(@Nullable LocalDate day) {
        if (day != null && day.isAfter(today) && (on == null || day.isBefore(on))) {
            on = day;
        }
    }

    void changesTomorrow() {
        changesOn(today.plusDays(1));
    }

    void changesAt(Instant instant) {
        if (at == null || instant.isBefore(at)) {
            at = instant;
        }
    }

    public LookAgain lookAgain() {
        return new LookAgain(on, at);
    }
}
