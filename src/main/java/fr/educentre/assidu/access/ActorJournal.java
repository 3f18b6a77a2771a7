package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import org.springframework.stereotype.Component;

/** The journal of what is done by whoever acts now, in the role they act in; the system has a name and no role. */
@Component
public class ActorJournal {

    private final Journal journal;
    private final CurrentActor current;

    ActorJournal(Journal journal, CurrentActor current) {
        this.journal = journal;
        this.current = current;
    }

    /** The name that goes with what is done now. */
    public String author() {
        return current.nameOrSystem();
    }

    /** Adds an entry in the name of whoever acts now; it stands only if the caller's transaction commits. */
    public void record(JournalRecord entry) {
        recordBy(current.nameOrSystem(), entry);
    }

    /** Adds an entry in the name that was given with the act, and in the role of whoever acts now. */
    public void recordBy(String author, JournalRecord entry) {
        journal.record(entry.by(
                author, current.find().map(actor -> actor.role().name()).orElse(null)));
    }
}
