package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.PublishedCrediting;
import fr.educentre.assidu.rules.SourceTrust;
import fr.educentre.assidu.rules.engine.CompletionParameters;
import fr.educentre.assidu.rules.engine.PresenceEngine;
import fr.educentre.assidu.rules.engine.PresenceParameters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class DroolsPresenceRules implements PresenceRules {

    private final PublishedRules published;
    private final PresenceEngine engine = new PresenceEngine();

    DroolsPresenceRules(PublishedRules published) {
        this.published = published;
    }

    /** Not before: compiling takes as long as a tenth of the start. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        engine.prepare();
    }

    @Override
    public InForce inForce() {
        var current = published.current();
        var presence = current.only("presence");
        var completion = current.only("completion");
        return new OneVersion(
                engine,
                PresenceParameters.of(presence.text(), presence.version()),
                CompletionParameters.of(completion.text(), completion.version()));
    }

    private record OneVersion(PresenceEngine engine, PresenceParameters parameters, CompletionParameters completion)
            implements InForce {

        @Override
        public SourceTrust trust() {
            return parameters.trust();
        }

        @Override
        public double threshold(PresenceScope scope) {
            return parameters.threshold().of(scope).value() / 100;
        }

        @Override
        public int minimumConnection(PresenceScope scope) {
            return parameters.connection().of(scope).value().intValue();
        }

        @Override
        public Optional<PublishedCrediting> crediting(String funderKind) {
            return completion.credited(funderKind);
        }

        @Override
        public Map<String, PresenceOutcome> decide(Collection<PresenceFacts> facts) {
            return engine.decide(facts, parameters, completion);
        }
    }
}
