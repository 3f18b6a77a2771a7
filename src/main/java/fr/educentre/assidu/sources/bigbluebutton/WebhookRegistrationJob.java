package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Registers our web hook again every few minutes: the server drops one that did not answer for some five minutes, and says
 * nothing of it. Registering one that stands changes nothing.
 */
@Component
class WebhookRegistrationJob implements DurableJobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistrationJob.class);
    private static final String JOB = "bigbluebutton.hooks";
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final MeetingPoller polls;
    private final MeetingPollingJob rounds;
    private final MeetingInstanceStore occurrences;
    private final SourceStateStore states;
    private final DurableJobs jobs;
    private final Texts texts;
    private final Clock clock;

    WebhookRegistrationJob(
            BigBlueButtonSettings settings,
            BigBlueButtonClient api,
            MeetingPoller polls,
            MeetingPollingJob rounds,
            MeetingInstanceStore occurrences,
            SourceStateStore states,
            DurableJobs jobs,
            Texts texts,
            Clock clock) {
        this.settings = settings;
        this.api = api;
        this.polls = polls;
        this.rounds = rounds;
        this.occurrences = occurrences;
        this.states = states;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        jobs.submit(JOB, "all", "");
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        occurrences.forgetOld();
        Server server = settings.server().orElse(null);
        Instant next = clock.instant().plus(EVERY);
        if (server != null) {
            rounds.wake();
            next = register(server, next);
        }
        jobs.submitAt(JOB, key, "", next);
    }

    private Instant register(Server server, Instant usual) {
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
                return away.comeBack() == null ? usual : clock.instant().plus(away.comeBack());
            }
        }
        return usual;
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
