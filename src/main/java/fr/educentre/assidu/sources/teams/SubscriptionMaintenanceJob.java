package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.sources.teams.SubscriptionStore.Subscription;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has Graph tell of the calls of the day's sessions: subscriptions are made before, renewed before they expire, made again
 * when Graph took one away, and deleted after.
 */
@Component
class SubscriptionMaintenanceJob implements DurableJobHandler {

    static final String KEEP = "teams.subscriptions";
    static final String RENEW = SubscriptionRenewal.JOB;
    static final String ALL = "all";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration BEFORE_EXPIRY = Duration.ofHours(1);

    private final TeamsSettings settings;
    private final UpcomingMeetings coming;
    private final SubscriptionStore subscriptions;
    private final SubscriptionClient calls;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Texts texts;
    private final Clock clock;

    SubscriptionMaintenanceJob(
            TeamsSettings settings,
            UpcomingMeetings coming,
            SubscriptionStore subscriptions,
            SubscriptionClient calls,
            SourceStateStore states,
            DurableJobs jobs,
            Texts texts,
            Clock clock) {
        this.settings = settings;
        this.coming = coming;
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.states = states;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        jobs.submit(KEEP, ALL, "");
    }

    @Override
    public String name() {
        return KEEP;
    }

    @Override
    public void run(String key, String payload) {
        Instant next = clock.instant().plus(EVERY);
        if (settings.credentials().isPresent()
                && settings.find(TeamsSettings.STATE).isPresent()
                && settings.notificationUrl().isPresent()) {
            Duration wait = keep();
            next = wait.compareTo(EVERY) < 0 && !wait.isZero() ? clock.instant().plus(wait) : next;
        }
        jobs.submitAt(KEEP, key, "", next);
    }

    /** @return how long Graph asked to wait, zero where it did not */
    private Duration keep() {
        Map<String, UpcomingMeetings.Meeting> wanted = new HashMap<>(coming.all());
        for (Subscription one : subscriptions.live()) {
            UpcomingMeetings.Meeting meeting = wanted.remove(one.meetingKey());
            GraphResponse answer;
            if (meeting == null || !meeting.joinUrl().equals(one.joinUrl())) {
                answer = calls.delete(one);
                if (meeting != null) {
                    wanted.put(one.meetingKey(), meeting);
                }
            } else if (expires(one, meeting.until())) {
                answer = calls.renew(one, meeting.until());
                if (subscriptions.live(one.id()).isEmpty()) {
                    wanted.put(one.meetingKey(), meeting);
                }
            } else {
                continue;
            }
            if (answer instanceof GraphResponse.Later later) {
                return later.after();
            }
            said(answer);
        }
        for (Map.Entry<String, UpcomingMeetings.Meeting> one : wanted.entrySet()) {
            GraphResponse answer = calls.make(one.getKey(), one.getValue());
            if (answer instanceof GraphResponse.Later later) {
                return later.after();
            }
            said(answer);
        }
        return Duration.ZERO;
    }

    private boolean expires(Subscription one, Instant until) {
        return one.expiresAt().isBefore(until)
                && one.expiresAt().isBefore(clock.instant().plus(BEFORE_EXPIRY));
    }

    private void said(GraphResponse answer) {
        if (answer instanceof GraphResponse.Failed failed) {
            states.failed(TeamsSettings.CONNECTOR, failed.problem().in(texts, Texts.FRENCH));
        }
    }
}
