package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A minor's guardian without an address is called; what was said is kept. */
@Component
class CallGuardianTask implements TaskKind {

    private final Learners learners;
    private final Texts texts;
    private final Journal journal;

    CallGuardianTask(Learners learners, Texts texts, Journal journal) {
        this.learners = learners;
        this.texts = texts;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "appeler-representant";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        UUID learnerId = learner(variables);
        String name = learners.get(learnerId).name();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(texts.get("justification.fact.learner"), name);
        facts.put(texts.get("justification.fact.halfDay"), String.valueOf(variables.get("halfDay")));
        for (ContactInfo guardian : learners.guardians(learnerId)) {
            facts.put(guardian.name(), guardian.phone() == null ? "–" : guardian.phone());
        }
        return new Card("justification.task.call", new Object[] {name}, learnerId, facts, Optional.empty());
    }

    @Override
    public int withinWorkingDays() {
        return 1;
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.DONE);
    }

    @Override
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        UUID learnerId = learner(variables);
        journal.record(JournalRecord.of("absence.guardianCalled", "learner", learnerId.toString())
                .by(actor.displayName(), actor.role().name())
                .learner(learnerId)
                .after(Map.of("halfDay", String.valueOf(variables.get("halfDay")), "comment", comment)));
        return Map.of();
    }

    private static UUID learner(Map<String, Object> variables) {
        return UUID.fromString(String.valueOf(variables.get("learnerId")));
    }
}
