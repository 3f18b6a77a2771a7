package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.rules.RuleParameters;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the published rule of justifications says of time. */
@Component
class JustificationTerms {

    private static final String RULE_SET = "justification";

    private final RuleParameters parameters;

    JustificationTerms(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** To justify once asked for more. */
    Duration deadline() {
        return Duration.ofHours(Math.round(parameters.number(RULE_SET, "delai")));
    }

    /** Nobody is told before this long after the session's start. */
    Duration notBefore() {
        return Duration.ofMinutes(Math.round(parameters.number(RULE_SET, "attente")));
    }
}
