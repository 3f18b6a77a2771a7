package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the same session on many days, leaving out those on which nobody is taught; all of them or none. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class SessionSeries {

    /** Of sessions planned at once: a year of five days a week, twice a day. */
    private static final int MOST = 520;

    private static final Map<String, String> FIELDS = Map.of(
            "startsAt", "startTime", "endsAt", "endTime", "breaks[0].from", "breakFrom", "breaks[0].to", "breakTo");

    /** No session has it. */
    private static final UUID NOT_PLANNED = new UUID(0, 0);

    private final RecordTools tools;
    private final SessionRecords sessions;
    private final SessionChecks checks;
    private final Groups groups;
    private final WorkingCalendars calendars;

    SessionSeries(
            RecordTools tools,
            SessionRecords sessions,
            SessionChecks checks,
            Groups groups,
            WorkingCalendars calendars) {
        this.tools = tools;
        this.sessions = sessions;
        this.checks = checks;
        this.groups = groups;
        this.calendars = calendars;
    }

    /** A day of the week asked for on which no session is planned. */
    public record LeftOut(LocalDate day, Why why) {}

    /** Why nobody is taught on a day. */
    public enum Why {
        HOLIDAY,
        CLOSURE,
        COMPANY
    }

    /**
     * @param sessions the keys of those planned, by day
     * @param leftOut days of the week asked for without one
     */
    public record Planned(List<UUID> sessions, List<LeftOut> leftOut) {}

    /**
     * A day on which a session is planned although it overlaps another or lies outside.
     *
     * @param warnings keys of the text bundles with their values
     */
    public record Conflict(LocalDate day, List<FieldProblem> warnings) {}

    /**
     * What planning a series will do.
     *
     * @param days on which a session will be planned
     * @param leftOut days of the week asked for without one
     * @param conflicts days among the first that a person should look at
     */
    public record Preview(List<LocalDate> days, List<LeftOut> leftOut, List<Conflict> conflicts) {}

    /**
     * Writes nothing.
     *
     * @throws InvalidContent naming each field to mend
     */
    @Transactional(readOnly = true)
    public Preview preview(NewSeries series) {
        Days days = daysOf(series);
        days.taught().forEach(day -> requireHours(series, day, days.zone()));
        List<SessionContent> contents = days.taught().stream().map(series::on).toList();
        List<FieldProblem> problems = Stream.concat(
                        Stream.of(sessions.problems(NOT_PLANNED, contents.getFirst())),
                        contents.stream().map(content -> checks.slot(content, days.zone())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!problems.isEmpty()) {
            throw inSeries(problems);
        }
        List<List<FieldProblem>> found = checks.warnings(NOT_PLANNED, contents, days.zone());
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty()) {
                conflicts.add(new Conflict(days.taught().get(i), found.get(i)));
            }
        }
        return new Preview(days.taught(), days.leftOut(), conflicts);
    }

    /**
     * @param key of the series: a repeat with the same plans nothing twice
     * @throws InvalidContent naming each field to mend
     */
    @Transactional
    public Planned plan(UUID key, NewSeries series) {
        tools.repeats().requireSame(key, series);
        Days days = daysOf(series);
        List<UUID> planned = new ArrayList<>();
        for (LocalDate day : days.taught()) {
            UUID id = UUID.nameUUIDFromBytes((key + "/" + day).getBytes(StandardCharsets.UTF_8));
            requireHours(series, day, days.zone());
            add(id, series.on(day));
            planned.add(id);
        }
        tools.repeats().remember(key, series);
        return new Planned(planned, days.leftOut());
    }

    /** @param taught those on which a session is planned, at least one */
    private record Days(List<LocalDate> taught, List<LeftOut> leftOut, ZoneId zone) {}

    private Days daysOf(NewSeries series) {
        var problems = new ArrayList<FieldProblem>(tools.checks().problems(series));
        UUID site = problems.isEmpty()
                ? checks.site(series.on(series.days().from())).orElse(null)
                : null;
        if (problems.isEmpty() && site == null) {
            problems.add(new FieldProblem("groupId", "check.unknown"));
        }
        if (!problems.isEmpty() || site == null) {
            throw new InvalidContent(problems);
        }
        requireWholeBreak(series.hours());
        WorkingDays working = calendars.of(site);
        List<OutsidePeriod> outside = groups.outsidePeriods(
                        List.of(series.course().groupId()))
                .getOrDefault(series.course().groupId(), List.of());
        List<LocalDate> taught = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (LocalDate day : days(series)) {
            leftOut(day, working, outside)
                    .ifPresentOrElse(why -> leftOut.add(new LeftOut(day, why)), () -> taught.add(day));
        }
        if (taught.isEmpty()) {
            throw new InvalidContent("weekdays", "check.series.none");
        }
        return new Days(taught, leftOut, sessions.zone(site));
    }

    /** A break with one end alone is no break that could be planned, and none that could be left out either. */
    private static void requireWholeBreak(NewSeries.Hours hours) {
        if ((hours.breakFrom() == null) != (hours.breakTo() == null)) {
            throw new InvalidContent(hours.breakFrom() == null ? "breakFrom" : "breakTo", "check.series.break");
        }
    }

    /** Which of two hours alike is meant cannot be said of a series: that day is planned by itself. */
    private static void requireHours(NewSeries series, LocalDate day, ZoneId zone) {
        series.times().forEach((field, time) -> {
            switch (LocalMoment.of(day.atTime(time), zone)) {
                case LocalMoment.At at -> {}
                case LocalMoment.Skipped skipped ->
                    throw new InvalidContent(
                            field, "check.series.skipped", ReaderFormats.numericDate(day), time.toString());
                case LocalMoment.Twice twice ->
                    throw new InvalidContent(
                            field, "check.series.twice", ReaderFormats.numericDate(day), time.toString());
            }
        });
    }

    /** What is wrong with one of its sessions is said at the field of the series it comes from. */
    private void add(UUID id, SessionContent session) {
        try {
            sessions.add(id, session);
        } catch (InvalidContent refused) {
            throw inSeries(refused.problems());
        }
    }

    private static InvalidContent inSeries(List<FieldProblem> problems) {
        return new InvalidContent(problems.stream()
                .map(problem -> new FieldProblem(
                        FIELDS.getOrDefault(problem.field(), problem.field()), problem.key(), problem.arguments()))
                .toList());
    }

    private static List<LocalDate> days(NewSeries series) {
        List<LocalDate> days = series.days()
                .from()
                .datesUntil(series.days().to().plusDays(1))
                .filter(day -> series.weekdays().contains(day.getDayOfWeek()))
                .limit(MOST + 1L)
                .toList();
        if (days.size() > MOST) {
            throw new InvalidContent("to", "check.series.long", MOST);
        }
        return days;
    }

    private static Optional<Why> leftOut(LocalDate day, WorkingDays working, List<OutsidePeriod> outside) {
        if (working.holidays().on(day)) {
            return Optional.of(Why.HOLIDAY);
        }
        if (working.closures().stream().anyMatch(closed -> !day.isBefore(closed.from()) && !day.isAfter(closed.to()))) {
            return Optional.of(Why.CLOSURE);
        }
        return outside.stream()
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .findFirst()
                .map(period -> period.kind() == OutsidePeriod.Kind.COMPANY ? Why.COMPANY : Why.CLOSURE);
    }
}
