package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RecurringJob;
import fr.educentre.assidu.sources.core.RecurringJobSchedule;
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

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final MeetingPoller polls;
    private final MeetingPollingJob rounds;
    private final MeetingInstanceStore occurrences;
    private final SourceStateStore states;
    private final Texts texts;

    WebhookRegistrationJob(
            BigBlueButtonSettings settings,
            BigBlueButtonClient api,
            MeetingPoller polls,
            MeetingPollingJob rounds,
            MeetingInstanceStore occurrences,
            SourceStateStore states,
            RecurringJobSchedule schedule,
            Texts texts) {
        super("bigbluebutton.hooks", Duration.ofMinutes(5), schedule);
        this.settings = settings;
        this.api = api;
        this.polls = polls;
        this.rounds = rounds;
        this.occurrences = occurrences;
        this.states = states;
        this.texts = texts;
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
            case BigBlueButtonResponse.Success ok -> states.succeeded(BigBlueButtonSettings.CONNECTOR);
            case BigBlueButtonResponse.Failed failed
            when noHooks(failed) -> LOG.debug("No web hooks at {}", server.url());
            case BigBlueButtonResponse.Failed failed ->
                states.failed(BigBlueButtonSettings.CONNECTOR, polls.problem(failed));
            case BigBlueButtonResponse.Away away -> {
                states.failed(
                        BigBlueButtonSettings.CONNECTOR,
                        texts.in(Texts.FRENCH, "connectors.bigbluebutton.problem.away", away.why()));
                return away.comeBack() == null ? interval() : away.comeBack();
            }
        }
        return interval();
    }

    /** All meetings: those of others are told too, and are seen for what they are by their identifiers. */
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

    /** The part of the server that sends web hooks is not installed: presence is then polled. */
    static boolean noHooks(BigBlueButtonResponse.Failed failed) {
        return failed.key().equals("unsupportedRequest")
                || failed.key().equals("http404")
                || failed.key().equals("notXml");
    }
}
