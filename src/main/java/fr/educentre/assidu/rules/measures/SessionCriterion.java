package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.util.Locale;
import java.util.function.Predicate;

/** Which sessions a measure is about, by one thing the vocabulary lets people choose. */
enum SessionCriterion {
    ALL {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> true;
        }
    },
    JUSTIFICATION {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> value.equals(session.justification());
        }
    },
    REASON {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> value.equals(session.details().reason());
        }
    },
    MODALITY {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> value.equals(session.modality());
        }
    },
    MODULE {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session ->
                    value.equalsIgnoreCase(session.details().moduleCode()) || value.equalsIgnoreCase(session.module());
        }
    },
    WEEKDAY {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> session.day().getDayOfWeek().name().equals(value.toUpperCase(Locale.ROOT));
        }
    },
    SITE {
        @Override
        Predicate<SessionOutcome> is(String value) {
            return session -> value.equalsIgnoreCase(session.details().site());
        }
    };

    abstract Predicate<SessionOutcome> is(String value);
}
