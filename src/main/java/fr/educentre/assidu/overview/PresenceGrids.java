package fr.educentre.assidu.overview;

import fr.educentre.assidu.shell.DayRange;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Learners by sessions, window by window. The number of statements depends neither on the size of the group nor on that of the
 * windows. Callers have checked that the reader may see the group.
 */
public interface PresenceGrids {

    /** The most learners that one answer holds: a file has a group whole. */
    int MOST_LEARNERS = 5_000;

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    PresenceGrid ofGroup(UUID groupId, Period period, Window sessions, Window learners);

    /** Days on which sessions begin, where the group meets. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) implements DayRange {

        /** All that was held. */
        public static final Period WHOLE = new Period(null, null);
    }

    /**
     * A part of a list.
     *
     * @param page from 0
     */
    record Window(int page, int size) {}
}
