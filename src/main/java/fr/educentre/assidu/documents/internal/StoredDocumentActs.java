package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.DocumentActs;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.IssuedDocument;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues and ends documents; a quality manager all of them, a trainer the sheets of their own sessions. */
@Component
class StoredDocumentActs implements DocumentActs {

    private static final int LONGEST_REASON = 1000;

    private final DocumentComposers composers;
    private final DocumentIssuer issuer;
    private final IssuedDocumentStore store;
    private final IssuedDocuments documents;
    private final DocumentGuard guard;
    private final DocumentJournal journal;
    private final CurrentActor actor;
    private final Clock clock;

    StoredDocumentActs(
            DocumentComposers composers,
            DocumentIssuer issuer,
            IssuedDocumentStore store,
            IssuedDocuments documents,
            DocumentGuard guard,
            DocumentJournal journal,
            CurrentActor actor,
            Clock clock) {
        this.composers = composers;
        this.issuer = issuer;
        this.store = store;
        this.documents = documents;
        this.guard = guard;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    public Issuance issue(DocumentRequest request, String replaceReason) {
        if (!may(actor.get(), request)) {
            throw Refusal.role();
        }
        var composer = composers.of(request.kind());
        composer.requireReadable(request);
        if (request.isReversed()) {
            throw new InvalidContent("to", "refusal.documents.period");
        }
        requireStorable("replaceReason", replaceReason);
        var draft = composer.compose(request);
        composer.requireIssuable(request, draft);
        var outcome = issuer.issue(draft, replaceReason);
        return new Issuance(documents.find(outcome.id()).orElseThrow(), outcome.made());
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    public IssuedDocument cancel(UUID id, String reason) {
        var who = actor.get();
        guard.check(who, id);
        var cancelled = store.forCancelling(id);
        if (who.is(Role.TRAINER) && !cancelled.sheetOfSession()) {
            throw Refusal.role();
        }
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidContent("reason", "check.NotBlank");
        }
        requireStorable("reason", why);
        if (!"VALID".equals(cancelled.state())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.documents.ended", cancelled.number());
        }
        store.end(id, "CANCELLED", clock.instant(), actor.nameOrSystem(), why);
        journal.cancelled(id, cancelled.learnerId(), cancelled.number(), why);
        return documents.find(id).orElseThrow();
    }

    @Override
    public boolean mayIssue(DocumentRequest request) {
        return actor.find().filter(who -> may(who, request)).isPresent();
    }

    private static boolean may(Actor who, DocumentRequest request) {
        return who.is(Role.QUALITY_MANAGER)
                || who.is(Role.TRAINER)
                        && request.kind() == DocumentKind.ATTENDANCE_SHEET
                        && request.of().session() != null;
    }

    private static void requireStorable(String field, String text) {
        if (text.length() > LONGEST_REASON) {
            throw new InvalidContent(field, "check.Size", LONGEST_REASON, 0);
        }
    }
}
