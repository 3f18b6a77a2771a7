package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a rule asked somebody to do, in its own words. */
@Component
class RuleRequestedTask implements TaskKind {

    private final RuleTaskFacts facts;

    RuleRequestedTask(RuleTaskFacts facts) {
        this.facts = facts;
    }

    @Override
    public String key() {
        return "regle-tache";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        return facts.card("relaunch.task.asked", variables);
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.DONE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        facts.decided(
                actor,
                facts.alert(variables),
                facts.learner(variables),
                "ruleTask.done",
                Map.of(
                        "task",
                        String.valueOf(variables.getOrDefault(RuleTasks.TITLE, "")),
                        "comment",
                        comment.strip()));
        return Map.of();
    }
}
