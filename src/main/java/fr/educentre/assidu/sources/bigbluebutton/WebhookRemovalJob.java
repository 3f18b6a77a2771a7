package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes our web hook away from a server that is no longer ours: it would go on sending for ever, since a refusal of ours
 * counts as delivered there.
 */
@Component
class WebhookRemovalJob {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRemovalJob.class);

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;

    WebhookRemovalJob(BigBlueButtonSettings settings, BigBlueButtonClient api) {
        this.settings = settings;
        this.api = api;
    }

    /** What is set of the server may change. */
    record Leaving(Server server) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(Leaving leaving) {
        Server before = leaving.server();
        if (settings.server().filter(now -> now.url().equals(before.url())).isPresent()) {
            return;
        }
        switch (api.call(before, "hooks/list", Map.of())) {
            case RemoteResult.Success<BigBlueButtonXml> ok ->
                ok.value().children("hooks", "hook").stream()
                        .filter(hook -> hook.text("callbackURL").equals(settings.hookUrl()))
                        .map(hook -> hook.text("hookID"))
                        .forEach(id -> api.call(before, "hooks/destroy", Map.of("hookID", id)));
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> {
                if (BigBlueButtonProtocol.isWithoutHooks(why)) {
                    LOG.debug("No web hooks at {}", before.url());
                } else {
                    LOG.warn("Our web hook stays at {}, which did not answer", before.url());
                }
            }
        }
    }
}
