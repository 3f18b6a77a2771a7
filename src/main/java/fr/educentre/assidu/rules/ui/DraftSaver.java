package fr.educentre.assidu.rules.ui;

import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Refusal;

/** Keeps what was written: one goes on with one's own draft, anything else becomes a new one. */
class DraftSaver {

    private final RuleBook book;

    DraftSaver(RuleBook book) {
        this.book = book;
    }

    /** Does nothing where nothing was changed; answers the number of the version that holds the text. */
    int keep(WorkingDraft draft) {
        if (draft.changed()) {
            if (draft.rule().isEmpty()) {
                added(draft, book.create(draft.ruleSet(), draft.content()));
            } else if (!rewritten(draft)) {
                added(draft, book.draft(draft.ruleId(), draft.content()));
            }
        }
        return draft.version();
    }

    private static void added(WorkingDraft draft, RuleView after) {
        draft.saved(after, after.versions().getLast().version());
    }

    private boolean rewritten(WorkingDraft draft) {
        boolean open = draft.rule()
                .flatMap(rule -> rule.version(draft.version()))
                .filter(one -> one.state().equals("DRAFT"))
                .isPresent();
        if (!open) {
            return false;
        }
        try {
            draft.saved(book.redraft(draft.ruleId(), draft.version(), draft.content()), draft.version());
            return true;
        } catch (Refusal refusal) {
            // Another person's draft, or one that was published meanwhile.
            if (refusal.kind() == Refusal.Kind.NOT_YOURS || refusal.key().equals("refusal.rules.notDraft")) {
                return false;
            }
            throw refusal;
        }
    }
}
