package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A rule proposes a catch-up: the referent says which, and the learner is written to; or they let it be. */
@Component
class CatchUpTask implements TaskKind {

    private final RuleTaskFacts facts;
    private final Outbox outbox;
    private final Recipients recipients;

    CatchUpTask(RuleTaskFacts facts, Outbox outbox, Recipients recipients) {
        this.facts = facts;
        this.outbox = outbox;
        this.recipients = recipients;
    }

    @Override
    public String key() {
        return "regle-rattrapage";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        return facts.card("relaunch.task.catchUp", variables);
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.APPROVE, Decision.REFUSE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        if (comment.isBlank()) {
            throw Refusal.invalid("refusal.relaunch.catchUpRequired");
        }
        LearnerInfo learner = facts.learner(variables);
        var alert = facts.alert(variables);
        if (decision == Decision.APPROVE) {
            String email = learner.email();
            if (email == null) {
                throw Refusal.invalid("refusal.relaunch.noAddress");
            }
            Map<String, String> values = new HashMap<>();
            values.put("prenom", learner.firstName());
            values.put("proposition", comment.strip());
            values.put("referent", recipients.reachableReferent(learner.id()));
            outbox.enqueue(new NewMessage(
                    "alert:" + alert.id() + ":rattrapage",
                    "rattrapage",
                    new Recipient(RecipientKind.LEARNER, learner.name(), email, learner.id()),
                    values,
                    new Wording.Written(alert.raisedBy().ruleName()),
                    "alert:" + alert.id()));
        }
        facts.decided(
                actor,
                alert,
                learner,
                decision == Decision.APPROVE ? "catchUp.proposed" : "catchUp.declined",
                Map.of("comment", comment.strip()));
        return Map.of();
    }
}
