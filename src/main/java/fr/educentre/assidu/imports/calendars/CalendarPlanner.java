package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Ignored;
import fr.educentre.assidu.imports.Calendars.Rejected;
import fr.educentre.assidu.imports.Calendars.Report;
import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.imports.Timetables.Announcement;
import fr.educentre.assidu.imports.calendars.CalendarSessionReader.Left;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A calendar's content told to the training centre, and what came of it. */
@Component
class CalendarPlanner {

    private static final int YEARS_AHEAD = 2;

    private final Timetables timetables;
    private final Groups groups;
    private final Texts texts;
    private final Clock clock;

    CalendarPlanner(Timetables timetables, Groups groups, Texts texts, Clock clock) {
        this.timetables = timetables;
        this.groups = groups;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param feedId null for a file, and for a subscription that is only looked at */
    record Origin(Source source, @Nullable UUID feedId, String name) {}

    Report plan(Origin origin, byte[] content, Choices choices, boolean dryRun) {
        var read = CalendarSessionReader.read(content, context(choices));
        // An empty calendar is more often a fault of its server than the end of a course.
        Set<String> present = read.events() == 0 ? null : read.present();
        var outcome = timetables.apply(
                new Announcement(
                        origin.source(),
                        origin.feedId(),
                        origin.name(),
                        content,
                        new Announcement.ForGroup(
                                choices.groupId(), choices.doubts().sameEvents()),
                        read.sessions(),
                        present,
                        read.unclear()),
                dryRun);
        List<Rejected> rejected = Stream.concat(
                        read.left().stream()
                                .filter(left -> !left.why().ignored())
                                .map(left -> new Rejected(
                                        left.line(), left.subject(), left.why().property(), text(left))),
                        outcome.rejected().stream()
                                .map(one -> new Rejected(
                                        one.line(),
                                        one.subject(),
                                        "",
                                        one.text().read(texts))))
                .sorted(java.util.Comparator.comparingInt(Rejected::line))
                .toList();
        return new Report(
                new Report.SessionCounts(
                        outcome.created(),
                        outcome.updated(),
                        outcome.cancelled(),
                        outcome.unchanged(),
                        outcome.missing()),
                outcome.lines(),
                rejected,
                read.left().stream()
                        .filter(left -> left.why().ignored())
                        .map(left -> new Ignored(left.line(), left.subject(), text(left)))
                        .toList(),
                false,
                outcome.importId());
    }

    private CalendarContext context(Choices choices) {
        GroupInfo group = groups.get(choices.groupId());
        UUID siteId = choices.siteId() == null ? group.site().id() : choices.siteId();
        var site = timetables.site(siteId);
        Map<String, UUID> trainers = new HashMap<>();
        timetables.trainers().forEach(one -> trainers.put(one.email().toLowerCase(Locale.ROOT), one.id()));
        if (choices.trainerId() != null && !trainers.containsValue(choices.trainerId())) {
            throw Refusal.notFound("trainer");
        }
        boolean half = (choices.lunchFrom() == null) != (choices.lunchTo() == null);
        if (half || (choices.lunchFrom() != null && !choices.lunchFrom().isBefore(choices.lunchTo()))) {
            throw Refusal.invalid("refusal.calendar.lunch");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
        return new CalendarContext(
                group.code(),
                siteId,
                choices.trainerId(),
                trainers,
                new HalfDaySplitter(site.zone(), choices.lunchFrom(), choices.lunchTo()),
                new CalendarContext.Period(
                        group.period().startsOn(), group.period().endsOn(), today.plusYears(YEARS_AHEAD)),
                choices.doubts());
    }

    private String text(Left left) {
        return texts.get(left.why().key(), left.why().arguments().toArray());
    }
}
