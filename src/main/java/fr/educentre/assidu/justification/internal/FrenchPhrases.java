package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates and lists as letters say them, in French. */
final class FrenchPhrases {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'à' HH'\u00a0h\u00a0'mm", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH'\u00a0h\u00a0'mm", Locale.FRENCH);

    private FrenchPhrases() {}

    static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static String duration(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return rest + "\u00a0min";
        }
        return hours + "\u00a0h" + (rest == 0 ? "" : String.format(Locale.ROOT, "\u00a0%02d", rest));
    }

    /** One line a session, in time order. */
    static String list(Collection<SessionInfo> sessions) {
        return sessions.stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .map(session -> "- " + day(session.startsAt(), session.zone()) + ", "
                        + time(session.startsAt(), session.zone()) + " – " + time(session.endsAt(), session.zone())
                        + ", " + subject(session))
                .collect(Collectors.joining("\n"));
    }

    static String subject(SessionInfo session) {
        return session.moduleTitle() == null ? session.title() : session.moduleTitle();
    }
}
