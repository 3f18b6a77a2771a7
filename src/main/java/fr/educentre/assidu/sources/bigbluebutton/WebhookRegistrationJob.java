package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RecurringJob;
import fr.educentre.assidu.sources.core.RecurringJobSchedule;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.sources.core.SourceStateStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers our web hook again every few minutes: the server drops one that did not answer for some five minutes, and says
 * nothing of it. Registering one that stands changes nothing.
 */
@Component
class WebhookRegistrationJob extends RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistrationJob.class);

    private static final RetryPolicy RETRIES = RetryPolicy.whenAsked();

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final MeetingPoller polls;
    private final MeetingPollingJob rounds;
    private final MeetingInstanceStore occurrences;
    private final SourceStateStore states;

    WebhookRegistrationJob(
            BigBlueButtonSettings settings,
            BigBlueButtonClient api,
            MeetingPoller polls,
            MeetingPollingJob rounds,
            MeetingInstanceStore occurrences,
            SourceStateStore states,
            RecurringJobSchedule schedule) {
        super(NextRun.of("bigbluebutton.hooks"), Duration.ofMinutes(5), schedule);
        this.settings = settings;
        this.api = api;
        this.polls = polls;
        this.rounds = rounds;
        this.occurrences = occurrences;
        this.states = states;
    }

    @Override
    protected Optional<Duration> work() {
        occurrences.forgetOld();
        Server server = settings.server().orElse(null);
        if (server == null) {
            return Optional.of(interval());
        }
        rounds.beginIfSessionNear();
        return Optional.of(register(server));
    }

    /** @return how long to wait before registering again */
    private Duration register(Server server) {
        switch (api.call(server, "hooks/create", parameters())) {
            case RemoteResult.Success<BigBlueButtonXml> ok -> states.succeeded(BigBlueButtonSettings.CONNECTOR);
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> {
                if (BigBlueButtonProtocol.isWithoutHooks(why)) {
                    LOG.debug("No web hooks at {}", server.url());
                } else {
                    polls.failed(why);
                }
                return RETRIES.next(why, 0).map(RetryPolicy.Retry::delay).orElse(interval());
            }
        }
        return interval();
    }

    /** Of all meetings: those that are not ours are recognised by their identifiers. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("callbackURL", settings.hookUrl());
        parameters.put(
                "eventID",
                String.join(
                        ",",
                        WebhookEventParser.JOINED,
                        WebhookEventParser.LEFT,
                        WebhookEventParser.CREATED,
                        WebhookEventParser.ENDED));
        parameters.put("getRaw", "false");
        return parameters;
    }
}
