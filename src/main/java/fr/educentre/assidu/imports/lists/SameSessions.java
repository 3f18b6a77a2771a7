package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.Timetables.Announced;
import fr.educentre.assidu.imports.Timetables.Announcement;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions that a calendar may tell of a second time: programs give their events new identifiers when they export them
 * again. One of the same group, title and beginning is the same to a reader, and only a person knows whether it is.
 */
@Component
class SameSessions {

    private final JdbcClient sql;
    private final Sessions sessions;

    SameSessions(JdbcClient sql, Sessions sessions) {
        this.sql = sql;
        this.sessions = sessions;
    }

    /** What an event is to the sessions there are. */
    sealed interface Match {

        record None() implements Match {}

        /** It is that session. */
        record Joined(SessionInfo session) implements Match {}

        /** It may be one: nothing is planned before a person says so. */
        record Asked(Wording why) implements Match {}
    }

    /** @param named sessions that the calendar tells of by their own identifier: they are no others' */
    Known known(Announcement told, Set<String> named) {
        List<UUID> found = sql.sql("""
                        select s.id from training_v_session s
                         where s.group_id = :group and s.stored_state = 'PLANNED' and s.starts_at = any(cast(:starts as timestamptz[]))
                           and not (s.external_id = any(:named))
                         order by s.id
                        """)
                .param("group", told.groupId())
                .param("starts", starts(told.sessions()))
                .param("named", named.toArray(String[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        Set<UUID> ofCalendars =
                new HashSet<>(sql.sql("select session_id from session_source where session_id = any(:ids)")
                        .param("ids", found.toArray(UUID[]::new))
                        .query((row, n) -> row.getObject("session_id", UUID.class))
                        .list());
        Map<String, List<SessionInfo>> alike = new HashMap<>();
        Map<UUID, SessionInfo> whole = sessions.byIds(found);
        for (UUID id : found) {
            SessionInfo one = whole.get(id);
            if (one != null) {
                alike.computeIfAbsent(key(one.title(), one.startsAt().toString()), key -> new ArrayList<>())
                        .add(one);
            }
        }
        return new Known(alike, ofCalendars);
    }

    private static String[] starts(Collection<Announced> announced) {
        return announced.stream()
                .map(one -> one.slot().startsAt().toString())
                .distinct()
                .toArray(String[]::new);
    }

    private static String key(String title, String start) {
        return ListColumn.plain(title) + "|" + start;
    }

    /** What there is, while the events of one calendar are looked at: a session joins one of them only. */
    static final class Known {

        private final Map<String, List<SessionInfo>> alike;
        private final Set<UUID> ofCalendars;

        private Known(Map<String, List<SessionInfo>> alike, Set<UUID> ofCalendars) {
            this.alike = alike;
            this.ofCalendars = ofCalendars;
        }

        Match find(Announced one, SameEvents choice) {
            List<SessionInfo> found = alike.getOrDefault(
                    key(one.event().title(), one.slot().startsAt().toString()), List.of());
            if (found.isEmpty() || choice == SameEvents.SEPARATE) {
                return new Match.None();
            }
            SessionInfo first = found.getFirst();
            if (choice == SameEvents.ASK) {
                return new Match.Asked(Wording.of("training.calendar.same", first.externalId()));
            }
            if (!ofCalendars.contains(first.id())) {
                return new Match.Asked(Wording.of("training.calendar.sameInList", first.externalId()));
            }
            found.remove(first);
            return new Match.Joined(first);
        }
    }
}
