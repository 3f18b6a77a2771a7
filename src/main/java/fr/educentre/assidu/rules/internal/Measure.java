package fr.educentre.assidu.rules.internal;

import java.util.List;
import java.util.UUID;

/**
 * A figure of a learner that sentences compare with their blanks.
 *
 * @param known false when there is nothing to measure: no sentence then holds
 * @param episode the same while the same facts keep it up
 * @param sessions those that made it
 * @param occasions when, as people read it
 */
public record Measure(boolean known, double value, String episode, List<UUID> sessions, List<String> occasions) {

    static Measure unknown() {
        return new Measure(false, 0, "", List.of(), List.of());
    }

    static Measure fact(boolean holds) {
        return new Measure(true, holds ? 1 : 0, "", List.of(), List.of());
    }

    static Measure of(double value, String episode) {
        return new Measure(true, value, episode, List.of(), List.of());
    }
}
