package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.training.SessionInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sessions as tasks and letters name them. */
final class SessionPhrases {

    private SessionPhrases() {}

    /** One line a session, in time order. */
    static String list(Collection<SessionInfo> sessions, Locale language) {
        return sessions.stream()
                .sorted(Comparator.comparing(SessionInfo::startsAt))
                .map(session -> "- " + ReaderFormats.longDate(session.startsAt(), session.zone(), language) + ", "
                        + ReaderFormats.hour(session.startsAt(), session.zone(), language) + " – "
                        + ReaderFormats.hour(session.endsAt(), session.zone(), language) + ", " + subject(session))
                .collect(Collectors.joining("\n"));
    }

    static String subject(SessionInfo session) {
        return session.moduleTitle() == null ? session.title() : session.moduleTitle();
    }
}
