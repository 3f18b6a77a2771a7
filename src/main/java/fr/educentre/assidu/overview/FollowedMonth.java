package fr.educentre.assidu.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The attendance of one learner in one month, as somebody outside may know it.
 *
 * @param missed in time order
 */
public record FollowedMonth(String name, String programme, Hours hours, List<Missed> missed) {

    /**
     * Minutes; what was expected is the sum of the others.
     *
     * @param absent of whole sessions, or what a partial presence lacks
     * @param late of presences that began late or ended early
     * @param unknown of sessions that were held and await data
     */
    public record Hours(int expected, int realised, int absent, int late, int unknown) {}

    /** One absence: when, how long, and where its justification stands; never why. */
    public record Missed(Instant from, Instant to, ZoneId zone, int minutes, Standing standing) {}

    /** All that is said of a justification outside. */
    public enum Standing {
        TO_JUSTIFY,
        JUSTIFIED,
        UNJUSTIFIED
    }
}
