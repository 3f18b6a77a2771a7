package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The trainer of the missed session decides, or whom the published rules name. */
@Component
class DecideJustificationTask implements TaskKind {

    private final JustificationTaskFacts cards;
    private final JustificationDecision deciding;

    DecideJustificationTask(JustificationTaskFacts cards, JustificationDecision deciding) {
        this.cards = cards;
        this.deciding = deciding;
    }

    @Override
    public String key() {
        return "decider-justificatif";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        return cards.card("justification.task.decide", actor, variables);
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.APPROVE, Decision.REFUSE, Decision.ASK_MORE);
    }

    @Override
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        deciding.decide(actor, JustificationTaskFacts.id(variables), decision, comment);
        return Map.of("decision", decision.name());
    }
}
