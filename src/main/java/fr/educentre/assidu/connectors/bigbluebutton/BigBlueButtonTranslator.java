package fr.educentre.assidu.connectors.bigbluebutton;

import fr.educentre.assidu.connectors.intake.Translation;
import fr.educentre.assidu.connectors.intake.Translator;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.shell.Texts;
import org.springframework.stereotype.Component;

/** Each of the ways in which BigBlueButton tells something, to its reader. */
@Component
class BigBlueButtonTranslator implements Translator {

    private final HookReading hooks;
    private final AnalyticsReading analytics;
    private final PollReading polls;
    private final Texts texts;

    BigBlueButtonTranslator(HookReading hooks, AnalyticsReading analytics, PollReading polls, Texts texts) {
        this.hooks = hooks;
        this.analytics = analytics;
        this.polls = polls;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return BigBlueButtonSettings.CONNECTOR;
    }

    @Override
    public Translation translate(Delivery delivery) {
        try {
            return switch (Way.of(delivery.headers())) {
                case HOOK -> hooks.read(delivery);
                case ANALYTICS -> analytics.read(delivery);
                case POLL -> polls.read(delivery);
                case END -> new Translation.Nothing(texts.in(Texts.FRENCH, "connectors.bigbluebutton.nothing.hint"));
            };
        } catch (Unreadable e) {
            return new Translation.NotUnderstood(texts.in(Texts.FRENCH, e.key(), e.arguments()));
        }
    }
}
