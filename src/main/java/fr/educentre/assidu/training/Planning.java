package fr.educentre.assidu.training;

import fr.educentre.assidu.shell.PageOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A week of sessions, as far as whoever asks may see it: a quality manager and an auditor all, a trainer their own, a referent
 * those of their groups. Takes a number of statements that does not depend on the number of rows.
 */
public interface Planning {

    /** What a row stands for. */
    enum By {
        GROUP,
        TRAINER,
        ROOM,
        SITE
    }

    /**
     * @param monday the first day of the week
     * @param text in the row's name, empty for all
     */
    record Week(By by, LocalDate monday, String text) {

        /** A week begins on Monday, whatever day of it is given. */
        public static Week of(By by, LocalDate day, String text) {
            return new Week(by, day.minusDays(day.getDayOfWeek().getValue() - 1L), text);
        }

        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        public List<LocalDate> days() {
            return monday.datesUntil(monday.plusDays(7)).toList();
        }
    }

    /** By name. */
    PageOf<Row> rows(Week week, int page, int size);

    /** Sessions of one day of the week, by start; the text is sought in titles, groups, trainers and rooms. */
    PageOf<SessionInfo> ofDay(LocalDate day, String text, int page, int size);

    /** Days of the week that have a session: Saturdays and Sundays are shown where they do. */
    Set<LocalDate> taught(Week week);

    /**
     * A group, trainer, room or site with its week.
     *
     * @param sessions by half-day, as {@link SessionInfo#halfDay} names it; cancelled and postponed ones too
     * @param off why nobody is taught on a day
     */
    record Row(Subject subject, Map<String, List<SessionInfo>> sessions, Map<LocalDate, Set<Off>> off) {}

    /**
     * @param id of the group, trainer or site; of a room, the one of its site
     * @param room null but for a room
     * @param siteId whose calendar holds; null for a trainer, who teaches at several
     */
    record Subject(
            UUID id,
            String name,
            @Nullable String room,
            @Nullable UUID siteId) {}

    /** Why nobody is taught on a day. */
    enum Off {
        HOLIDAY,
        CLOSURE,
        COMPANY
    }
}
