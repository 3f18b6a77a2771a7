package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Why a rule does or does not fire for a learner of whoever asks, as their course is now. */
@Component
class LearnerExplanation {

    private final LearnerFactsLoader gatherer;
    private final AssiduityRules rules;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final ReservedExplanation reserved;
    private final Texts texts;
    private final Clock clock;

    LearnerExplanation(
            LearnerFactsLoader gatherer,
            AssiduityRules rules,
            CurrentActor actor,
            Ownership ownership,
            ReservedExplanation reserved,
            Texts texts,
            Clock clock) {
        this.gatherer = gatherer;
        this.rules = rules;
        this.actor = actor;
        this.ownership = ownership;
        this.reserved = reserved;
        this.texts = texts;
        this.clock = clock;
    }

    Explanation whyNot(UUID learnerId, UUID ruleId) {
        actor.find().ifPresent(who -> ownership.requireLearner(who, learnerId));
        var facts = gatherer.load(List.of(learnerId), clock.instant());
        if (facts.isEmpty()) {
            throw Refusal.notFound("learner");
        }
        return reserved.asRead(rules.explain(ruleId, facts.getFirst(), texts.language()), learnerId);
    }
}
