package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.DeliveryTranslator;
import org.springframework.stereotype.Component;

/** Hands each kind of delivery of BigBlueButton to its translator. */
@Component
class BigBlueButtonTranslator implements DeliveryTranslator {

    private final WebhookTranslator hooks;
    private final AnalyticsTranslator analytics;
    private final PollTranslator polls;

    BigBlueButtonTranslator(WebhookTranslator hooks, AnalyticsTranslator analytics, PollTranslator polls) {
        this.hooks = hooks;
        this.analytics = analytics;
        this.polls = polls;
    }

    @Override
    public String connector() {
        return BigBlueButtonSettings.CONNECTOR;
    }

    @Override
    public DeliveryTranslation translate(Delivery delivery) {
        try {
            return switch (DeliveryKind.of(delivery.headers())) {
                case HOOK -> hooks.read(delivery);
                case ANALYTICS -> analytics.read(delivery);
                case POLL -> polls.read(delivery);
                case END -> new DeliveryTranslation.Nothing(Wording.of("connectors.bigbluebutton.nothing.hint"));
            };
        } catch (UnreadablePayloadException e) {
            return new DeliveryTranslation.NotUnderstood(Wording.of(e.key(), e.arguments()));
        }
    }
}
