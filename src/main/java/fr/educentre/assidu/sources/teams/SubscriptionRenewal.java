package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Graph asks that a subscription be authorised again: renewing it does. */
@Component
class SubscriptionRenewal implements DurableJobHandler<SubscriptionRenewal.Renewing> {

    static final DurableJobType<Renewing> TYPE = DurableJobType.of(
                    "teams.subscription", Renewing.class, Renewing::subscription)
            .readingEarlier((key, text) -> new Renewing(key));

    /** For as long as it fails: no failure counts. */
    private static final RetryPolicy RETRIES =
            RetryPolicy.every(Duration.ofMinutes(2), 1).withMargin(Duration.ofSeconds(1));

    private final SubscriptionStore subscriptions;
    private final SubscriptionClient calls;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Clock clock;

    SubscriptionRenewal(
            SubscriptionStore subscriptions,
            SubscriptionClient calls,
            SourceStateStore states,
            DurableJobs jobs,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.states = states;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param subscription its identifier at Graph */
    record Renewing(String subscription) {}

    @Override
    public DurableJobType<Renewing> type() {
        return TYPE;
    }

    @Override
    public void run(Renewing renewing) {
        Instant now = clock.instant();
        subscriptions
                .live(renewing.subscription())
                .filter(one -> one.neededUntil().isAfter(now))
                .ifPresent(one -> {
                    if (calls.renew(one, one.neededUntil())
                            instanceof RemoteResult.Failure<JsonNode>(RemoteFailure why)) {
                        if (!(why instanceof RemoteFailure.Throttled)) {
                            states.failed(
                                    TeamsSettings.CONNECTOR,
                                    GraphProtocol.MESSAGES.of(why).wording());
                        }
                        RETRIES.next(why, 0)
                                .ifPresentOrElse(
                                        retry -> jobs.submitAt(TYPE, renewing, now.plus(retry.delay())),
                                        () -> jobs.submit(SubscriptionMaintenanceJob.TYPE, new NextRun()));
                    }
                });
    }
}
