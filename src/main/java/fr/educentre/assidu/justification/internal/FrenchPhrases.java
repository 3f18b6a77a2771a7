package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/** Dates and lists as letters say them, in French. */
final class FrenchPhrases {

    private FrenchPhrases() {}

    static String day(Instant instant, ZoneId zone) {
        return ReaderFormats.longDate(instant, zone, Texts.FRENCH);
    }

    static String moment(Instant instant, ZoneId zone) {
        return ReaderFormats.longDateTime(instant, zone, Texts.FRENCH);
    }

    static String time(Instant instant, ZoneId zone) {
        return ReaderFormats.hour(instant, zone, Texts.FRENCH);
    }

    static String duration(int minutes) {
        return ReaderFormats.duration(minutes);
    }

    /** One line a session, in time order. */
    static String list(Collection<SessionInfo> sessions) {
        return SessionPhrases.list(sessions, Texts.FRENCH);
    }
}
