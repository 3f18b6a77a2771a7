package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.imports.meetings.JoinLink;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions by their external identifier. */
final class SessionLines {

    /** A half-day. */
    private static final int MOST_MINUTES = 5 * 60;

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Sessions sessions;
    private final ReferenceData known;
    private final NamedReferences references;
    private final ListOutcome outcome;
    private final List<NewSession> added = new ArrayList<>();

    SessionLines(JdbcClient sql, CentreSetup setup, Sessions sessions, ReferenceData known, ListOutcome outcome) {
        this.sql = sql;
        this.setup = setup;
        this.sessions = sessions;
        this.known = known;
        this.references = new NamedReferences(setup, known, outcome);
        this.outcome = outcome;
    }

    void read(ListTable table) {
        Map<String, SessionInfo> existing = existing(table);
        Set<String> seen = new HashSet<>();
        for (ListTable.Line line : table.lines()) {
            outcome.read();
            String externalId = outcome.required(line, ListColumn.EXTERNAL_ID);
            if (!seen.add(externalId)) {
                outcome.reject(line, ListColumn.EXTERNAL_ID, "twice", externalId);
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
                outcome.reject(line, ListColumn.EXTERNAL_ID, "closed", externalId);
            } else {
                outcome.accept(line, after.title(), Change.UPDATED);
                outcome.then(() -> update(after));
            }
        }
        outcome.then(() -> setup.addSessions(added));
    }

    private Map<String, SessionInfo> existing(ListTable table) {
        String[] ids = table.lines().stream()
                .map(line -> line.get(ListColumn.EXTERNAL_ID))
                .toArray(String[]::new);
        List<UUID> found = sql.sql("select id from training_v_session where external_id = any(:ids)")
                .param("ids", ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        Map<String, SessionInfo> byExternalId = new HashMap<>();
        sessions.byIds(found).values().forEach(one -> byExternalId.put(one.externalId(), one));
        return byExternalId;
    }

    private @Nullable NewSession session(ListTable.Line line, String externalId, @Nullable SessionInfo before) {
        String title = outcome.name(line, ListColumn.TITLE);
        ReferenceData.Group group = outcome.requiredOf(known.groups, line, ListColumn.GROUP, "group");
        outcome.required(line, ListColumn.TRAINER_EMAIL);
        UUID trainer = references.trainer(line);
        outcome.required(line, ListColumn.DATE);
        outcome.required(line, ListColumn.START);
        outcome.required(line, ListColumn.END);
        LocalDate day = outcome.date(line, ListColumn.DATE);
        LocalTime start = outcome.time(line, ListColumn.START);
        LocalTime end = outcome.time(line, ListColumn.END);
        Meeting meeting = meeting(line);
        Modality modality = modality(line, meeting);
        ReferenceData.Site site = references.site(line);
        if (group == null || trainer == null || day == null || start == null || end == null || modality == null) {
            return null;
        }
        UUID module = known.modules.get(group.programme() + ListColumn.plain(line.get(ListColumn.MODULE)));
        if (module == null && line.has(ListColumn.MODULE)) {
            outcome.reject(line, ListColumn.MODULE, "module", line.get(ListColumn.MODULE));
        }
        ReferenceData.Site place = site == null ? new ReferenceData.Site(group.site(), group.zone()) : site;
        NewSession.Schedule schedule = schedule(line, before, day, start, end, place.zone());
        if (schedule == null) {
            return null;
        }
        var session = new NewSession(
                before == null ? TimeOrderedId.next() : before.id(),
                externalId,
                title,
                new NewSession.Course(group.id(), module),
                trainer,
                schedule,
                new NewSession.Place(place.id(), modality, room(line), meeting),
                null);
        warn(line, group, day);
        if (session.taughtMinutes() > MOST_MINUTES) {
            outcome.reject(line, ListColumn.END, "halfDay", session.taughtMinutes() / 60);
        }
        return session;
    }

    private void warn(ListTable.Line line, ReferenceData.Group group, LocalDate day) {
        if (day.isBefore(group.startsOn()) || day.isAfter(group.endsOn())) {
            outcome.remark(
                    line,
                    "outsideGroup",
                    ReaderFormats.numericDate(group.startsOn()),
                    ReaderFormats.numericDate(group.endsOn()));
        }
    }

    private NewSession.@Nullable Schedule schedule(
            ListTable.Line line,
            @Nullable SessionInfo before,
            LocalDate day,
            LocalTime start,
            LocalTime end,
            ZoneId zone) {
        Instant startsAt = instant(line, ListColumn.START, day, start, zone);
        Instant endsAt = instant(line, ListColumn.END, day, end, zone);
        if (startsAt == null || endsAt == null) {
            return null;
        }
        if (!endsAt.isAfter(startsAt)) {
            outcome.reject(line, ListColumn.END, "order");
            return null;
        }
        return new NewSession.Schedule(
                before == null ? day : before.plannedOn(),
                startsAt,
                endsAt,
                breaks(line, day, new TimeSlot(startsAt, endsAt), zone));
    }

    /** Several are parted by a slash, in both cells. */
    private List<TimeSlot> breaks(ListTable.Line line, LocalDate day, TimeSlot slot, ZoneId zone) {
        List<String> from = parted(line, ListColumn.BREAK_START);
        List<String> to = parted(line, ListColumn.BREAK_END);
        List<TimeSlot> breaks = new ArrayList<>();
        for (int i = 0; i < Math.max(from.size(), to.size()) && !outcome.rejects(line); i++) {
            Instant begins = pause(line, ListColumn.BREAK_START, i < from.size() ? from.get(i) : "", day, zone);
            Instant ends = pause(line, ListColumn.BREAK_END, i < to.size() ? to.get(i) : "", day, zone);
            if (outcome.rejects(line)) {
                break;
            }
            if (begins == null
                    || ends == null
                    || !ends.isAfter(begins)
                    || begins.isBefore(
                            breaks.isEmpty() ? slot.from() : breaks.getLast().to())
                    || ends.isAfter(slot.to())) {
                outcome.reject(line, begins == null ? ListColumn.BREAK_START : ListColumn.BREAK_END, "break");
                break;
            }
            breaks.add(new TimeSlot(begins, ends));
        }
        return outcome.rejects(line) ? List.of() : breaks;
    }

    private static List<String> parted(ListTable.Line line, ListColumn column) {
        return line.has(column) ? List.of(line.get(column).split("/", -1)) : List.of();
    }

    private @Nullable Instant pause(ListTable.Line line, ListColumn column, String text, LocalDate day, ZoneId zone) {
        LocalTime time = outcome.time(line, column, text.strip());
        return time == null ? null : instant(line, column, text.strip(), day, time, zone);
    }

    /** Null where the line is rejected: the hour that the clock skips, and the one that comes twice without a word which. */
    private @Nullable Instant instant(
            ListTable.Line line, ListColumn column, LocalDate day, LocalTime time, ZoneId zone) {
        return instant(line, column, line.get(column), day, time, zone);
    }

    private @Nullable Instant instant(
            ListTable.Line line, ListColumn column, String written, LocalDate day, LocalTime time, ZoneId zone) {
        return switch (WrittenTimes.moment(day, time, zone, written)) {
            case LocalMoment.At at -> at.instant();
            case LocalMoment.Skipped skipped -> {
                outcome.reject(line, column, "skippedHour", written);
                yield null;
            }
            case LocalMoment.Twice twice -> {
                outcome.reject(line, column, "hourTwice", written);
                yield null;
            }
        };
    }

    /** A class that is held on a link is in no room, unless the line says so. */
    private @Nullable Modality modality(ListTable.Line line, @Nullable Meeting meeting) {
        String word = ListColumn.plain(line.get(ListColumn.MODALITY));
        Modality modality = switch (word) {
            case "" -> meeting == null ? Modality.IN_PERSON : Modality.VIDEO;
            case "in_person", "presentiel", "salle" -> Modality.IN_PERSON;
            case "video", "visio", "visioconference", "classe_virtuelle", "distanciel" -> Modality.VIDEO;
            case "online", "en_ligne", "plateforme", "e_learning", "elearning" -> Modality.ONLINE;
            default -> null;
        };
        if (modality == null) {
            outcome.reject(line, ListColumn.MODALITY, "modality", line.get(ListColumn.MODALITY));
        }
        return modality;
    }

    private @Nullable Meeting meeting(ListTable.Line line) {
        String url = line.get(ListColumn.MEETING_URL);
        Meeting linked = (url.isEmpty() ? JoinLink.in(line.get(ListColumn.ROOM)) : JoinLink.ofAny(url)).orElse(null);
        if (!line.has(ListColumn.MEETING_ID)) {
            return linked;
        }
        MeetingProvider provider = switch (ListColumn.plain(line.get(ListColumn.MEETING_PROVIDER))) {
            case "" -> linked == null ? null : linked.provider();
            case "zoom" -> MeetingProvider.ZOOM;
            case "teams", "microsoft_teams" -> MeetingProvider.TEAMS;
            case "bigbluebutton", "bbb", "greenlight" -> MeetingProvider.BIGBLUEBUTTON;
            case "meet", "google_meet" -> MeetingProvider.GOOGLE_MEET;
            case "webex", "cisco_webex" -> MeetingProvider.WEBEX;
            case "autre", "other" -> MeetingProvider.OTHER;
            default -> null;
        };
        if (provider == null) {
            outcome.reject(line, ListColumn.MEETING_PROVIDER, "provider", line.get(ListColumn.MEETING_PROVIDER));
            return null;
        }
        String id = line.get(ListColumn.MEETING_ID);
        return new Meeting(
                provider, provider == MeetingProvider.ZOOM ? id.replaceAll("\\s", "") : id, url.isEmpty() ? null : url);
    }

    /** A link is no room. */
    private static @Nullable String room(ListTable.Line line) {
        String room = line.get(ListColumn.ROOM);
        return room.isEmpty() || room.contains("://") ? null : room;
    }

    private static boolean same(SessionInfo before, NewSession after) {
        return before.title().equals(after.title())
                && before.groupId().equals(after.course().groupId())
                && java.util.Objects.equals(before.moduleId(), after.course().moduleId())
                && before.siteId().equals(after.place().siteId())
                && before.trainer().id().equals(after.trainerId())
                && before.startsAt().equals(after.schedule().startsAt())
                && before.endsAt().equals(after.schedule().endsAt())
                && before.breaks().equals(after.schedule().breaks())
                && before.modality() == after.place().modality()
                && java.util.Objects.equals(before.room(), after.place().room())
                && java.util.Objects.equals(before.meeting(), after.place().meeting());
    }

    private void update(NewSession after) {
        setup.replaceSession(after);
    }
}
