package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.RosterImport.Change;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions by their external identifier. */
final class SessionLines {

    /** A half-day. */
    private static final int MOST_MINUTES = 5 * 60;

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Sessions sessions;
    private final Known known;
    private final Outcome outcome;
    private final List<NewSession> added = new ArrayList<>();

    SessionLines(JdbcClient sql, CentreSetup setup, Sessions sessions, Known known, Outcome outcome) {
        this.sql = sql;
        this.setup = setup;
        this.sessions = sessions;
        this.known = known;
        this.outcome = outcome;
    }

    void read(Table table) {
        Map<String, SessionInfo> existing = existing(table);
        Set<String> seen = new HashSet<>();
        for (Table.Line line : table.lines()) {
            outcome.read();
            String externalId = outcome.required(line, Column.EXTERNAL_ID);
            if (!seen.add(externalId)) {
                outcome.reject(line, Column.EXTERNAL_ID, "twice", externalId);
            }
            SessionInfo before = existing.get(externalId);
            NewSession after = session(line, externalId, before);
            if (after == null || outcome.rejects(line)) {
                continue;
            }
            if (before == null) {
                outcome.accept(line, after.title(), Change.CREATED);
                added.add(after);
            } else if (same(before, after)) {
                outcome.accept(line, after.title(), Change.UNCHANGED);
            } else if (before.state() == SessionState.CLOSED) {
                outcome.reject(line, Column.EXTERNAL_ID, "closed", externalId);
            } else {
                outcome.accept(line, after.title(), Change.UPDATED);
                outcome.then(() -> update(after));
            }
        }
        outcome.then(() -> setup.addSessions(added));
    }

    private Map<String, SessionInfo> existing(Table table) {
        String[] ids =
                table.lines().stream().map(line -> line.get(Column.EXTERNAL_ID)).toArray(String[]::new);
        List<UUID> found = sql.sql("select id from training_session where external_id = any(:ids)")
                .param("ids", ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        Map<String, SessionInfo> byExternalId = new HashMap<>();
        sessions.byIds(found).values().forEach(one -> byExternalId.put(one.externalId(), one));
        return byExternalId;
    }

    private @Nullable NewSession session(Table.Line line, String externalId, @Nullable SessionInfo before) {
        String title = outcome.name(line, Column.TITLE);
        Known.Group group = Known.find(known.groups, outcome.required(line, Column.GROUP));
        if (group == null && line.has(Column.GROUP)) {
            outcome.reject(line, Column.GROUP, "group", line.get(Column.GROUP));
        }
        UUID trainer = Known.find(known.trainers, outcome.required(line, Column.TRAINER_EMAIL));
        if (trainer == null && line.has(Column.TRAINER_EMAIL)) {
            outcome.reject(line, Column.TRAINER_EMAIL, "trainer", line.get(Column.TRAINER_EMAIL));
        }
        outcome.required(line, Column.DATE);
        outcome.required(line, Column.START);
        outcome.required(line, Column.END);
        LocalDate day = outcome.date(line, Column.DATE);
        LocalTime start = outcome.time(line, Column.START);
        LocalTime end = outcome.time(line, Column.END);
        Modality modality = modality(line);
        Known.Site site = line.has(Column.SITE) ? Known.find(known.sites, line.get(Column.SITE)) : null;
        if (site == null && line.has(Column.SITE)) {
            outcome.reject(line, Column.SITE, "site", line.get(Column.SITE));
        }
        if (group == null || trainer == null || day == null || start == null || end == null || modality == null) {
            return null;
        }
        UUID module = known.modules.get(group.programme() + Column.plain(line.get(Column.MODULE)));
        if (module == null && line.has(Column.MODULE)) {
            outcome.reject(line, Column.MODULE, "module", line.get(Column.MODULE));
        }
        if (!end.isAfter(start)) {
            outcome.reject(line, Column.END, "order");
            return null;
        }
        ZoneId zone = site == null ? group.zone() : site.zone();
        var session = new NewSession(
                before == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : before.id(),
                externalId,
                title,
                group.id(),
                module,
                site == null ? group.site() : site.id(),
                trainer,
                before == null ? day : before.plannedOn(),
                day.atTime(start).atZone(zone).toInstant(),
                day.atTime(end).atZone(zone).toInstant(),
                breaks(line, day, start, end, zone),
                modality,
                line.has(Column.ROOM) ? line.get(Column.ROOM) : null,
                meeting(line),
                null);
        if (session.taughtMinutes() > MOST_MINUTES) {
            outcome.reject(line, Column.END, "halfDay", session.taughtMinutes() / 60);
        }
        return session;
    }

    private List<TimeSlot> breaks(Table.Line line, LocalDate day, LocalTime start, LocalTime end, ZoneId zone) {
        LocalTime from = outcome.time(line, Column.BREAK_START);
        LocalTime to = outcome.time(line, Column.BREAK_END);
        if (from == null && to == null) {
            return List.of();
        }
        if (from == null || to == null || !to.isAfter(from) || from.isBefore(start) || to.isAfter(end)) {
            outcome.reject(line, from == null ? Column.BREAK_START : Column.BREAK_END, "break");
            return List.of();
        }
        return List.of(new TimeSlot(
                day.atTime(from).atZone(zone).toInstant(),
                day.atTime(to).atZone(zone).toInstant()));
    }

    private @Nullable Modality modality(Table.Line line) {
        String word = Column.plain(line.get(Column.MODALITY));
        Modality modality = switch (word) {
            case "", "in_person", "presentiel", "salle" -> Modality.IN_PERSON;
            case "video", "visio", "visioconference", "classe_virtuelle", "distanciel" -> Modality.VIDEO;
            case "online", "en_ligne", "plateforme", "e_learning", "elearning" -> Modality.ONLINE;
            default -> null;
        };
        if (modality == null) {
            outcome.reject(line, Column.MODALITY, "modality", line.get(Column.MODALITY));
        }
        return modality;
    }

    private @Nullable Meeting meeting(Table.Line line) {
        if (!line.has(Column.MEETING_ID)) {
            return null;
        }
        MeetingProvider provider = switch (Column.plain(line.get(Column.MEETING_PROVIDER))) {
            case "zoom" -> MeetingProvider.ZOOM;
            case "teams", "microsoft_teams" -> MeetingProvider.TEAMS;
            case "bigbluebutton", "bbb" -> MeetingProvider.BIGBLUEBUTTON;
            default -> null;
        };
        if (provider == null) {
            outcome.reject(line, Column.MEETING_PROVIDER, "provider", line.get(Column.MEETING_PROVIDER));
            return null;
        }
        String id = line.get(Column.MEETING_ID);
        return new Meeting(
                provider,
                provider == MeetingProvider.ZOOM ? id.replaceAll("\\s", "") : id,
                line.has(Column.MEETING_URL) ? line.get(Column.MEETING_URL) : null);
    }

    private static boolean same(SessionInfo before, NewSession after) {
        return before.title().equals(after.title())
                && before.groupId().equals(after.groupId())
                && java.util.Objects.equals(before.moduleId(), after.moduleId())
                && before.siteId().equals(after.siteId())
                && before.trainer().id().equals(after.trainerId())
                && before.startsAt().equals(after.startsAt())
                && before.endsAt().equals(after.endsAt())
                && before.breaks().equals(after.breaks())
                && before.modality() == after.modality()
                && java.util.Objects.equals(before.room(), after.room())
                && java.util.Objects.equals(before.meeting(), after.meeting());
    }

    private void update(NewSession after) {
        setup.replaceSession(after);
    }
}
