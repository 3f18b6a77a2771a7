package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A document checked before the decision: a medical one always, by the referent or quality manager alone. */
@Component
class CheckDocumentTask implements TaskKind {

    private final JustificationTaskFacts cards;
    private final JustificationDecision deciding;

    CheckDocumentTask(JustificationTaskFacts cards, JustificationDecision deciding) {
        this.cards = cards;
        this.deciding = deciding;
    }

    @Override
    public String key() {
        return "verifier-document";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        return cards.card("justification.task.check", actor, variables);
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.APPROVE, Decision.REFUSE, Decision.ASK_MORE);
    }

    @Override
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        if (!actor.is(Role.QUALITY_MANAGER, Role.REFERENT)) {
            throw Refusal.role();
        }
        if (decision == Decision.APPROVE) {
            deciding.documentChecked(actor, JustificationTaskFacts.id(variables));
        } else {
            deciding.decide(actor, JustificationTaskFacts.id(variables), decision, comment);
        }
        return Map.of("decision", decision.name());
    }
}
