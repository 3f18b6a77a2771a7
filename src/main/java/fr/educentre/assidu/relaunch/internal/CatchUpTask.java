package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A rule proposes a catch-up: the referent says which, and the learner is written to; or they let it be. */
@Component
class CatchUpTask implements TaskKind {

    private final RuleTaskFacts facts;
    private final MailComposer mails;
    private final Recipients recipients;

    CatchUpTask(RuleTaskFacts facts, MailComposer mails, Recipients recipients) {
        this.facts = facts;
        this.mails = mails;
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
            var sent = mails.about(learner)
                    .with("proposition", comment.strip())
                    .with("referent", recipients.reachableReferent(learner.id()))
                    .send(
                            "alert:" + alert.id() + ":rattrapage",
                            "rattrapage",
                            new Wording.Written(alert.raisedBy().ruleName()),
                            "alert:" + alert.id());
            if (sent.isEmpty()) {
                throw Refusal.invalid("refusal.relaunch.noAddress");
            }
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
