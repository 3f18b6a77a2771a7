package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.workflow.TaskKind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** No news after the mails: the referent gets in touch and says what came of it. */
@Component
class FollowUpTask implements TaskKind {

    private final RelaunchRepository relaunches;
    private final Alerts alerts;
    private final Learners learners;
    private final Texts texts;
    private final Clock clock;

    FollowUpTask(RelaunchRepository relaunches, Alerts alerts, Learners learners, Texts texts, Clock clock) {
        this.relaunches = relaunches;
        this.alerts = alerts;
        this.learners = learners;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "relance-suite-referent";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        Relaunch relaunch = relaunch(variables);
        LearnerInfo learner = learners.get(relaunch.learnerId());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("relaunch.fact.learner"), learner.name());
        facts.put(texts.get("relaunch.fact.phone"), learner.phone() == null ? "–" : learner.phone());
        alerts.find(relaunch.alertId())
                .map(one -> one.finding().explanation().read(texts))
                .ifPresent(why -> facts.put(texts.get("relaunch.fact.why"), why));
        return new Card("relaunch.task.followUp", new Object[] {learner.name()}, learner.id(), facts, Optional.empty());
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.DONE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        if (comment.isBlank()) {
            throw Refusal.invalid("refusal.relaunch.commentRequired");
        }
        Relaunch relaunch = relaunch(variables);
        relaunch.end(Relaunch.State.ENDED, new Wording.Written(comment.strip()), clock.instant());
        alerts.resolve(relaunch.alertId(), actor.displayName(), comment.strip());
        return Map.of();
    }

    private Relaunch relaunch(Map<String, Object> variables) {
        return relaunches
                .findById(UUID.fromString(String.valueOf(variables.get("relaunchId"))))
                .orElseThrow(() -> Refusal.notFound("task"));
    }
}
