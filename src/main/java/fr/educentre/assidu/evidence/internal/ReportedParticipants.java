package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People whom a source's report tells of over a whole meeting, {@code reportFrom} to {@code reportTo} in the payload. What
 * its events told of them meanwhile is then told better; of people the report does not name, the events remain.
 */
final class ReportedParticipants {

    /** Events and reports of one meeting need not agree to the second on when it began. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private record ReportSpan(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from.minus(SLACK)) && !at.isAfter(to.plus(SLACK));
        }
    }

    private final Map<String, List<ReportSpan>> people = new HashMap<>();

    void add(Trace interval) {
        Object from = interval.payload().get("reportFrom");
        Object to = interval.payload().get("reportTo");
        if (from == null || to == null) {
            return;
        }
        try {
            var told = new ReportSpan(Instant.parse(from.toString()), Instant.parse(to.toString()));
            names(interval)
                    .forEach(name ->
                            people.computeIfAbsent(name, n -> new ArrayList<>()).add(told));
        } catch (DateTimeParseException e) {
            // not the report of a meeting: the interval stands for itself alone
        }
    }

    boolean tell(Trace stay) {
        Instant at = stay.time().occurredAt();
        return names(stay).stream()
                .anyMatch(name -> people.getOrDefault(name, List.of()).stream().anyMatch(told -> told.covers(at)));
    }

    private static List<String> names(Trace trace) {
        List<String> names = new ArrayList<>();
        names.add(trace.origin().source() + " " + trace.person().key());
        if (trace.match().learnerId() != null) {
            names.add(trace.origin().source() + " learner " + trace.match().learnerId());
        }
        return names;
    }
}
