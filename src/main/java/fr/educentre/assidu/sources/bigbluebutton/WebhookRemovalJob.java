package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
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
            case BigBlueButtonResponse.Success ok ->
                ok.xml().children("hooks", "hook").stream()
                        .filter(hook -> hook.text("callbackURL").equals(settings.hookUrl()))
                        .map(hook -> hook.text("hookID"))
                        .forEach(id -> api.call(before, "hooks/destroy", Map.of("hookID", id)));
            case BigBlueButtonResponse.Failed failed
            when WebhookRegistrationJob.noHooks(failed) -> LOG.debug("No web hooks at {}", before.url());
            case BigBlueButtonResponse other ->
                LOG.warn("Our web hook stays at {}, which did not answer", before.url());
        }
    }
}
