package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.rules.RuleMatch.RelaunchLearner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of the alerts that could be raised together are: a rule that holds back while a relaunch runs also does so when
 * another rule is about to begin one. What is held back is seen again once the relaunch is over.
 */
final class SingleRelaunchPolicy {

    private final AssiduityRules rules;
    private final Map<UUID, LearnerFacts> facts;

    SingleRelaunchPolicy(AssiduityRules rules, Collection<LearnerFacts> facts) {
        this.rules = rules;
        this.facts = facts.stream().collect(Collectors.toMap(LearnerFacts::learnerId, Function.identity()));
    }

    /** @param fresh in the order of the rules */
    List<NewAlert> of(List<NewAlert> fresh) {
        Set<String> despite = firingDespiteRelaunch(fresh);
        Set<UUID> busy = new HashSet<>();
        facts.values().stream().filter(LearnerFacts::relaunchRunning).forEach(f -> busy.add(f.learnerId()));
        List<NewAlert> kept = new ArrayList<>();
        for (NewAlert alert : fresh) {
            RuleMatch firing = alert.firing();
            if (!busy.contains(firing.learnerId()) || despite.contains(AlertEvaluator.key(firing))) {
                kept.add(alert);
                if (relaunches(firing)) {
                    busy.add(firing.learnerId());
                }
            }
        }
        return kept;
    }

    /** Asked of those alone for whom a relaunch runs or is about to. */
    private Set<String> firingDespiteRelaunch(List<NewAlert> fresh) {
        var asked = fresh.stream()
                .map(NewAlert::firing)
                .filter(firing -> relaunches(firing) || of(firing.learnerId()).relaunchRunning())
                .map(RuleMatch::learnerId)
                .distinct()
                .map(this::of)
                .map(each -> each.withRelaunchRunning(true))
                .toList();
        return asked.isEmpty()
                ? Set.of()
                : rules.evaluate(asked).stream().map(AlertEvaluator::key).collect(Collectors.toSet());
    }

    private LearnerFacts of(UUID learner) {
        return Objects.requireNonNull(facts.get(learner));
    }

    private static boolean relaunches(RuleMatch firing) {
        return firing.actions().stream().anyMatch(RelaunchLearner.class::isInstance);
    }
}
