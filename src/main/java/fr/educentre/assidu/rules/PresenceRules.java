package fr.educentre.assidu.rules;

import java.util.Collection;
import java.util.Map;

/** The published presence rules: traces to status. */
public interface PresenceRules {

    /** Key of the facts to outcome; every fact gets one. */
    Map<String, PresenceOutcome> decide(Collection<PresenceFacts> facts);
}
