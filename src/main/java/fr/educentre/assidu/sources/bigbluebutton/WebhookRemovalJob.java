package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.JobRetries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes our web hook away from a server that is no longer ours: it would go on sending for ever, since a refusal of ours
 * counts as delivered there. By then the server's secret is no longer set: the job carries it, sealed.
 */
@Component
class WebhookRemovalJob implements DurableJobHandler<WebhookRemovalJob.Leaving> {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRemovalJob.class);
    private static final DurableJobType<Leaving> TYPE = DurableJobType.of(
                    "bigbluebutton.leave", Leaving.class, Leaving::url)
            .retried(JobRetries.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1)));

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final SecretCipher cipher;
    private final DurableJobs jobs;

    WebhookRemovalJob(BigBlueButtonSettings settings, BigBlueButtonClient api, SecretCipher cipher, DurableJobs jobs) {
        this.settings = settings;
        this.api = api;
        this.cipher = cipher;
        this.jobs = jobs;
    }

    /** @param secret sealed with the nonce, for this address alone */
    @SuppressWarnings("ArrayRecordComponent")
    record Leaving(String url, byte[] secret, byte[] nonce) {}

    /** What is set of the server may change; whether it did shows once that is committed. */
    void mayLeave(Server server) {
        SecretCipher.Sealed sealed = cipher.seal(server.secret().getBytes(StandardCharsets.UTF_8), label(server.url()));
        jobs.submitAtOnce(TYPE, List.of(new Leaving(server.url(), sealed.cipher(), sealed.nonce())));
    }

    private static String label(String url) {
        return "bigbluebutton.leave " + url;
    }

    @Override
    public DurableJobType<Leaving> type() {
        return TYPE;
    }

    @Override
    public void run(Leaving leaving) {
        if (settings.server().filter(now -> now.url().equals(leaving.url())).isPresent()) {
            return;
        }
        byte[] secret = cipher.open(new SecretCipher.Sealed(leaving.secret(), leaving.nonce()), label(leaving.url()));
        var before = new Server(leaving.url(), new String(secret, StandardCharsets.UTF_8));
        switch (api.call(before, "hooks/list", Map.of())) {
            case RemoteResult.Success<BigBlueButtonXml> ok ->
                ok.value().children("hooks", "hook").stream()
                        .filter(hook -> hook.text("callbackURL").equals(settings.hookUrl()))
                        .map(hook -> hook.text("hookID"))
                        .forEach(id -> api.call(before, "hooks/destroy", Map.of("hookID", id)));
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> {
                if (!BigBlueButtonProtocol.isWithoutHooks(why)) {
                    throw new IllegalStateException("Our web hook stays at " + before.url() + ", which did not answer");
                }
                LOG.debug("No web hooks at {}", before.url());
            }
        }
    }
}
