package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a rule asked somebody to do, in its own words. */
@Component
class AskedTask implements TaskKind {

    private final RuleTaskFacts facts;
    private final Journal journal;

    AskedTask(RuleTaskFacts facts, Journal journal) {
        this.facts = facts;
        this.journal = journal;
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
        journal.record(new JournalRecord(
                actor.displayName(),
                actor.role().name(),
                "ruleTask.done",
                "alert",
                facts.alert(variables).id().toString(),
                facts.learner(variables).id(),
                Map.of(),
                Map.of("task", String.valueOf(variables.get(RuleTasks.TITLE)), "comment", comment.strip())));
        return Map.of();
    }
}
