package fr.educentre.assidu.rules.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a learner that sentences compare with their blanks. Where there is nothing to measure it is unknown, and no
 * comparison holds.
 */
public final class Measure {

    private static final Measure UNKNOWN = new Measure(false, 0, "", List::of, List::of, null);
    private static final Measure NO = of(0, "");
    private static final Measure YES = of(1, "");

    private final boolean known;
    private final double value;
    private final String episode;
    private final Supplier<List<UUID>> sessions;
    private final Supplier<List<Occasion>> occasions;
    private final @Nullable Rising rising;

    private Measure(
            boolean known,
            double value,
            String episode,
            Supplier<List<UUID>> sessions,
            Supplier<List<Occasion>> occasions,
            @Nullable Rising rising) {
        this.known = known;
        this.value = value;
        this.episode = episode;
        this.sessions = sessions;
        this.occasions = occasions;
        this.rising = rising;
    }

    /** A value that the clock alone makes larger: one more each {@code step} from {@code from} on. */
    record Rising(Instant from, Duration step, Consumer<Instant> lookAgain) {}

    public static Measure unknown() {
        return UNKNOWN;
    }

    static Measure fact(boolean holds) {
        return holds ? YES : NO;
    }

    static Measure of(double value, String episode) {
        return new Measure(true, value, episode, List::of, List::of, null);
    }

    /**
     * @param episode the same while the same facts keep it up
     * @param sessions those that made it, asked for only to explain
     * @param occasions when, as people read it
     */
    static Measure of(double value, String episode, Supplier<List<UUID>> sessions, Supplier<List<Occasion>> occasions) {
        return new Measure(true, value, episode, sessions, occasions, null);
    }

    Measure rising(Rising how) {
        return new Measure(known, value, episode, sessions, occasions, how);
    }

    public boolean atLeast(int threshold) {
        if (known && value < threshold && rising != null) {
            rising.lookAgain().accept(rising.from().plus(rising.step().multipliedBy(threshold)));
        }
        return known && value >= threshold;
    }

    public boolean over(double threshold) {
        return known && value > threshold;
    }

    public boolean under(double threshold) {
        return known && value < threshold;
    }

    public boolean holds() {
        return known && value == 1;
    }

    public boolean known() {
        return known;
    }

    public double value() {
        return value;
    }

    public String episode() {
        return episode;
    }

    public List<UUID> sessions() {
        return sessions.get();
    }

    public List<Occasion> occasions() {
        return occasions.get();
    }
}
