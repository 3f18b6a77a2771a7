package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.publishing.StoredVersion.Author;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who changes a rule, and what the journal keeps of it. */
@Component
class RuleJournal {

    private final CurrentActor actor;
    private final ActorJournal journal;

    RuleJournal(CurrentActor actor, ActorJournal journal) {
        this.actor = actor;
        this.journal = journal;
    }

    /** Of what is written now. */
    Author author() {
        return new Author(
                actor.nameOrSystem(), actor.find().map(Actor::username).orElse(null));
    }

    void record(String action, StoredRule rule, Map<String, ?> before, Map<String, ?> after) {
        journal.record(JournalRecord.of(action, "rule", rule.id().toString())
                .before(before)
                .after(after));
    }
}
