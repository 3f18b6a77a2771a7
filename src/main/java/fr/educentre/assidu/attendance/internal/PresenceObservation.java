package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.Verdict;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the traces show of a learner in a session.
 *
 * @param connected connection logs are among them
 * @param fromConnections the minutes are those of the intervals, nobody's mark and no signature
 * @param setAside logs that another source was believed before
 */
record PresenceObservation(
        Presence presence,
        Proof proof,
        boolean signed,
        boolean connected,
        boolean fromConnections,
        Set<Discordance> setAside) {

    /**
     * When they were there.
     *
     * @param intervals by source, clipped to the slot, breaks out
     * @param minutes full minutes of their union, at most the taught minutes
     * @param firstArrival minutes begun between the start and the first arrival, null when never there
     * @param lastDeparture minutes begun between the last departure and the end, null when never there
     */
    record Presence(
            List<Verdict.Interval> intervals,
            int minutes,
            @Nullable Integer firstArrival,
            @Nullable Integer lastDeparture) {}

    /**
     * What shows it.
     *
     * @param evidence the traces seen
     * @param partly a source says that they were there, and not for how long in all
     */
    record Proof(List<UUID> evidence, List<String> sources, boolean partly) {}
}
