package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.documents.internal.DocumentPrinter.Stamp;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts on documents, as lines of the journal. */
@Component
class DocumentJournal {

    private final Journal journal;
    private final CurrentActor actor;

    DocumentJournal(Journal journal, CurrentActor actor) {
        this.journal = journal;
        this.actor = actor;
    }

    void issued(UUID id, DocumentDraft draft, Stamp stamp, byte[] sha256, String reason) {
        var after = new HashMap<String, Object>();
        after.put("number", stamp.number());
        after.put("title", draft.title().french());
        after.put("sha256", HexFormat.of().formatHex(sha256));
        if (stamp.replaces() != null) {
            after.put("replaces", stamp.replaces());
            after.put("reason", reason);
        }
        record("document.issued", id, draft.about().learnerId(), after);
    }

    void cancelled(UUID id, @Nullable UUID learnerId, String number, String reason) {
        record("document.cancelled", id, learnerId, Map.of("number", number, "reason", reason));
    }

    private void record(String what, UUID id, @Nullable UUID learnerId, Map<String, Object> after) {
        journal.record(JournalRecord.of(what, "document", id.toString())
                .by(
                        actor.nameOrSystem(),
                        actor.find().map(Actor::role).map(Enum::name).orElse(null))
                .learner(learnerId)
                .after(after));
    }
}
