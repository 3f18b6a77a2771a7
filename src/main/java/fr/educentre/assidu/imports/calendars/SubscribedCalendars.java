package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.calendars.CalendarClient.Fetched;
import fr.educentre.assidu.imports.calendars.CalendarClient.Version;
import fr.educentre.assidu.imports.calendars.CalendarPlanner.Origin;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.UnpacksFile;
import fr.educentre.assidu.shell.Wording;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Calendars are fetched outside of any transaction, and what they say is written in one. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
class SubscribedCalendars implements Calendars {

    private static final int LONGEST_NAME = 120;
    private static final Report NOTHING_NEW =
            new Report(new Report.SessionCounts(0, 0, 0, 0, 0), List.of(), List.of(), List.of(), true, null);

    private final CalendarPlanner planning;
    private final CalendarClient fetching;
    private final CalendarFeedStore feeds;
    private final ActorJournal journal;
    private final CurrentActor current;
    private final TransactionTemplate transaction;

    SubscribedCalendars(
            CalendarPlanner planning,
            CalendarClient fetching,
            CalendarFeedStore feeds,
            ActorJournal journal,
            CurrentActor current,
            TransactionTemplate transaction) {
        this.planning = planning;
        this.fetching = fetching;
        this.feeds = feeds;
        this.journal = journal;
        this.current = current;
        this.transaction = transaction;
    }

    @Override
    @UnpacksFile
    public Report importFile(String fileName, byte[] content, Choices choices, boolean dryRun) {
        return planning.plan(new Origin(Source.CALENDAR_FILE, null, fileName), content, choices, dryRun);
    }

    @Override
    public Report look(String url, Choices choices) {
        URI address = CalendarClient.address(url);
        byte[] content =
                Objects.requireNonNull(fetching.fetch(address, Version.NONE).content());
        return planning.plan(new Origin(Source.CALENDAR_FEED, null, address.getHost()), content, choices, true);
    }

    @Override
    public Feed subscribe(String name, String url, Choices choices) {
        URI address = CalendarClient.address(url);
        String shown = name.isBlank() ? address.getHost() : name.strip();
        if (shown.length() > LONGEST_NAME) {
            throw Refusal.invalid("refusal.calendar.name", LONGEST_NAME);
        }
        Fetched fetched = fetching.fetch(address, Version.NONE);
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID id = feeds.add(shown, address, choices, current.nameOrSystem());
            var origin = new Origin(Source.CALENDAR_FEED, id, shown);
            planning.plan(origin, Objects.requireNonNull(fetched.content()), choices, false);
            feeds.good(id, fetched.version());
            tell("calendar.subscribed", id, Map.of("name", shown, "host", address.getHost()));
            return feeds.get(id).feed();
        }));
    }

    @Override
    public Report refresh(UUID feedId) {
        CalendarFeedStore.StoredFeed kept = feeds.get(feedId);
        try {
            Fetched fetched = fetching.fetch(kept.address(), kept.version());
            return Objects.requireNonNull(transaction.execute(status -> {
                byte[] content = fetched.content();
                var origin =
                        new Origin(Source.CALENDAR_FEED, feedId, kept.feed().name());
                Report report = content == null ? NOTHING_NEW : planning.plan(origin, content, kept.choices(), false);
                feeds.good(feedId, fetched.version());
                return report;
            }));
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> feeds.bad(feedId, Wording.of(refusal)));
            throw refusal;
        }
    }

    @Override
    public void stop(UUID feedId) {
        transaction.executeWithoutResult(status -> {
            Feed feed = feeds.get(feedId).feed();
            feeds.stop(feedId);
            tell("calendar.stopped", feedId, Map.of("name", feed.name(), "host", feed.host()));
        });
    }

    @Override
    public List<Feed> feeds() {
        return feeds.all().stream().map(CalendarFeedStore.StoredFeed::feed).toList();
    }

    @Override
    public Feed feed(UUID id) {
        return feeds.get(id).feed();
    }

    private void tell(String action, UUID id, Map<String, ?> after) {
        journal.record(JournalRecord.of(action, "calendar", id.toString()).after(after));
    }
}
