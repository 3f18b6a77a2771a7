package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.workflow.TaskKind.Card;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the tasks of a rule are about: the learner and the alert. */
@Component
class RuleTaskFacts {

    private final Alerts alerts;
    private final Learners learners;
    private final Journal journal;
    private final Texts texts;

    RuleTaskFacts(Alerts alerts, Learners learners, Journal journal, Texts texts) {
        this.alerts = alerts;
        this.learners = learners;
        this.journal = journal;
        this.texts = texts;
    }

    /** As anybody may read it: what is decided of it is written to others. */
    AlertView alert(Map<String, Object> variables) {
        return alerts.findForMail(id(variables, RuleTasks.ALERT)).orElseThrow(() -> Refusal.notFound("task"));
    }

    LearnerInfo learner(Map<String, Object> variables) {
        return learners.get(id(variables, RuleTasks.LEARNER));
    }

    /** @param titleKey takes the learner's name, then what the rule asks for */
    Card card(String titleKey, Map<String, Object> variables) {
        LearnerInfo learner = learner(variables);
        AlertView alert = alerts.find(id(variables, RuleTasks.ALERT)).orElseThrow(() -> Refusal.notFound("task"));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("relaunch.fact.learner"), learner.name());
        facts.put(texts.get("relaunch.fact.phone"), learner.phone() == null ? "–" : learner.phone());
        facts.put(texts.get("relaunch.fact.rule"), alert.raisedBy().ruleName());
        facts.put(texts.get("relaunch.fact.why"), alert.finding().explanation().read(texts));
        Object asked = alert.finding().reserved()
                ? texts.get("relaunch.task.reserved")
                : variables.getOrDefault(RuleTasks.TITLE, variables.getOrDefault(RuleTasks.RESERVED_TITLE, ""));
        return new Card(titleKey, new Object[] {learner.name(), asked}, learner.id(), facts, Optional.empty());
    }

    /** Keeps who decided what about the alert, and with which words. */
    void decided(Actor actor, AlertView alert, LearnerInfo learner, String action, Map<String, Object> words) {
        journal.record(JournalRecord.of(action, "alert", alert.id().toString())
                .by(actor.displayName(), actor.role().name())
                .learner(learner.id())
                .after(words));
    }

    static UUID id(Map<String, Object> variables, String name) {
        return UUID.fromString(String.valueOf(variables.get(name)));
    }
}
