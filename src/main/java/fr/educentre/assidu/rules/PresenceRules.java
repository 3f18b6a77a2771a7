package fr.educentre.assidu.rules;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The published presence rules: traces to status. */
public interface PresenceRules {

    /** What is in force now; whoever gathers and decides with it does so by one version throughout. */
    InForce inForce();

    /** Key of the facts to outcome; every fact gets one. */
    default Map<String, PresenceOutcome> decide(Collection<PresenceFacts> facts) {
        return facts.isEmpty() ? Map.of() : inForce().decide(facts);
    }

    /** One version of the presence rules, and of what counts as realised. */
    interface InForce {

        SourceTrust trust();

        /** Share of the taught time that makes someone present. */
        double threshold(PresenceScope scope);

        /** Minutes under which a connection is as none. */
        int minimumConnection(PresenceScope scope);

        /** How the hours that a kind of funder pays are credited; empty where nothing is published about it. */
        Optional<PublishedCrediting> crediting(String funderKind);

        Map<String, PresenceOutcome> decide(Collection<PresenceFacts> facts);
    }
}
