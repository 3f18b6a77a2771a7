package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RecurringJob;
import fr.educentre.assidu.sources.core.RecurringJobSchedule;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.sources.teams.SubscriptionStore.Subscription;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a subscription at Graph for the call of each session of the day: creates it before the session, renews it before it
 * expires, creates it again when Graph removed it, and deletes it after the session.
 */
@Component
class SubscriptionMaintenanceJob extends RecurringJob {

    static final DurableJobType<NextRun> TYPE = NextRun.of("teams.subscriptions");
    private static final Duration BEFORE_EXPIRY = Duration.ofHours(1);

    private final TeamsSettings settings;
    private final UpcomingMeetings coming;
    private final SubscriptionStore subscriptions;
    private final SubscriptionClient calls;
    private final SourceStateStore states;
    private final Clock clock;

    SubscriptionMaintenanceJob(
            TeamsSettings settings,
            UpcomingMeetings coming,
            SubscriptionStore subscriptions,
            SubscriptionClient calls,
            SourceStateStore states,
            RecurringJobSchedule schedule,
            Clock clock) {
        super(TYPE, Duration.ofMinutes(15), schedule);
        this.settings = settings;
        this.coming = coming;
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.states = states;
        this.clock = clock;
    }

    @Override
    protected Optional<Duration> work() {
        if (settings.credentials().isPresent()
                && settings.find(TeamsSettings.STATE).isPresent()
                && settings.notificationUrl().isPresent()) {
            Duration wait = keep();
            if (wait.compareTo(interval()) < 0 && !wait.isZero()) {
                return Optional.of(wait);
            }
        }
        return Optional.of(interval());
    }

    /** @return how long Graph asked to wait, zero where it did not */
    private Duration keep() {
        Map<String, UpcomingMeetings.Meeting> wanted = new HashMap<>(coming.all());
        for (Subscription one : subscriptions.live()) {
            UpcomingMeetings.Meeting meeting = wanted.remove(one.meetingKey());
            RemoteResult<JsonNode> answer;
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
            if (answer instanceof RemoteResult.Failure<JsonNode>(RemoteFailure.Throttled wait)) {
                return wait.retryAfter();
            }
            said(answer);
        }
        for (Map.Entry<String, UpcomingMeetings.Meeting> one : wanted.entrySet()) {
            RemoteResult<JsonNode> answer = calls.make(one.getKey(), one.getValue());
            if (answer instanceof RemoteResult.Failure<JsonNode>(RemoteFailure.Throttled wait)) {
                return wait.retryAfter();
            }
            said(answer);
        }
        return Duration.ZERO;
    }

    private boolean expires(Subscription one, Instant until) {
        return one.expiresAt().isBefore(until)
                && one.expiresAt().isBefore(clock.instant().plus(BEFORE_EXPIRY));
    }

    private void said(RemoteResult<JsonNode> answer) {
        if (answer instanceof RemoteResult.Failure<JsonNode>(RemoteFailure why)) {
            states.failed(
                    TeamsSettings.CONNECTOR, GraphProtocol.MESSAGES.of(why).wording());
        }
    }
}
