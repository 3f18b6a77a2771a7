package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceRules;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

@Component
class DroolsPresenceRules implements PresenceRules, SmartInitializingSingleton {

    private final PublishedRules published;
    private final PresenceEngine engine = new PresenceEngine();

    DroolsPresenceRules(PublishedRules published) {
        this.published = published;
    }

    /** An application whose presence rules do not compile does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        engine.awaitReady();
    }

    @Override
    public Map<String, PresenceOutcome> decide(Collection<PresenceFacts> facts) {
        if (facts.isEmpty()) {
            return Map.of();
        }
        var rule = published.current().only("presence");
        return engine.decide(facts, PresenceParameters.of(rule.text(), rule.version()));
    }
}
