package fr.educentre.assidu.workflow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long a job that failed waits before each new attempt. When none is left it stays, as an incident on the screen of the
 * processes, until a person or a new submission has it tried again.
 */
public record JobRetries(List<Duration> waits) {

    public static final JobRetries USUAL =
            of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    public JobRetries {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("A durable job is tried again at least once");
        }
    }

    public static JobRetries of(Duration... waits) {
        return new JobRetries(List.of(waits));
    }

    /** The first attempt included. */
    public int attempts() {
        return waits.size() + 1;
    }

    /** As the engine reads it: the durations, with commas. */
    public String cycle() {
        return waits.stream().map(Duration::toString).collect(Collectors.joining(","));
    }
}
