package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Graph asks that a subscription be authorised again: renewing it does. */
@Component
class SubscriptionRenewal implements DurableJobHandler {

    static final String JOB = "teams.subscription";
    private static final Duration SOON = Duration.ofMinutes(2);

    private final SubscriptionStore subscriptions;
    private final SubscriptionClient calls;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Texts texts;
    private final Clock clock;

    SubscriptionRenewal(
            SubscriptionStore subscriptions,
            SubscriptionClient calls,
            SourceStateStore states,
            DurableJobs jobs,
            Texts texts,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.calls = calls;
        this.states = states;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String id, String payload) {
        Instant now = clock.instant();
        subscriptions.live(id).filter(one -> one.neededUntil().isAfter(now)).ifPresent(one -> {
            switch (calls.renew(one, one.neededUntil())) {
                case GraphResponse.Ok ok -> {
                    // written down already
                }
                case GraphResponse.Later later ->
                    jobs.submitAt(JOB, id, "", now.plus(later.after()).plusSeconds(1));
                case GraphResponse.Failed failed -> {
                    states.failed(TeamsSettings.CONNECTOR, failed.problem().in(texts, Texts.FRENCH));
                    if (failed.problem().passing()) {
                        jobs.submitAt(JOB, id, "", now.plus(SOON));
                    } else {
                        jobs.submit(SubscriptionMaintenanceJob.KEEP, SubscriptionMaintenanceJob.ALL, "");
                    }
                }
            }
        });
    }
}
