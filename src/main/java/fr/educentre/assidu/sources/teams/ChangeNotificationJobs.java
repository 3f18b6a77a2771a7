package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a notification asks to be done beside recording it; asking twice is asking once. */
@Component
class ChangeNotificationJobs {

    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    private final TeamsSettings settings;
    private final SubscriptionStore subscriptions;
    private final TeamsSessionQueries meetings;
    private final TeamsReportPollingJob polls;
    private final DurableJobs jobs;
    private final Clock clock;

    ChangeNotificationJobs(
            TeamsSettings settings,
            SubscriptionStore subscriptions,
            TeamsSessionQueries meetings,
            TeamsReportPollingJob polls,
            DurableJobs jobs,
            Clock clock) {
        this.settings = settings;
        this.subscriptions = subscriptions;
        this.meetings = meetings;
        this.polls = polls;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The report of a call stands some minutes after its end. */
    void reportOf(SessionInfo session, Instant callEnd) {
        if (settings.credentials().isPresent()) {
            polls.plan(session.id(), callEnd);
        }
    }

    void fetch(ChangeNotification.ReportReady ready) {
        if (settings.credentials().isPresent()) {
            jobs.submit(WebinarReports.TYPE, new WebinarReports.Ready(ready.path(), 0));
        }
    }

    void lifecycle(ChangeNotification.Lifecycle lifecycle) {
        String id = lifecycle.origin().subscriptionId();
        switch (lifecycle.event().toLowerCase(Locale.ROOT)) {
            case "reauthorizationrequired" ->
                jobs.submit(SubscriptionRenewal.TYPE, new SubscriptionRenewal.Renewing(id));
            case "subscriptionremoved" -> {
                subscriptions.removed(id);
                jobs.submit(SubscriptionMaintenanceJob.TYPE, new NextRun());
            }
            // what was missed of the call, its report tells
            case "missed" -> subscriptions.meetingOf(id).ifPresent(this::reportsOf);
            default -> {
                // an event of a later version of Graph asks nothing of us
            }
        }
    }

    private void reportsOf(String meetingKey) {
        Instant now = clock.instant();
        if (settings.credentials().isPresent()) {
            meetings.overlapped(meetingKey, new TimeSlot(now.minus(LOOKED_BACK), now))
                    .forEach(session ->
                            polls.plan(session.id(), session.endsAt().isAfter(now) ? session.endsAt() : now));
        }
    }
}
