package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.documents.internal.DocumentPrinter.Stamp;
import fr.educentre.assidu.documents.internal.IssuedDocumentStore.Current;
import fr.educentre.assidu.documents.internal.IssuedDocumentStore.Made;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a draft its number and code, renders and stores it; the same lines and words give back what is in force. */
@Component
class DocumentIssuer {

    private final IssuedDocumentStore store;
    private final DocumentPrinter printer;
    private final DocumentJournal journal;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DocumentIssuer(
            IssuedDocumentStore store,
            DocumentPrinter printer,
            DocumentJournal journal,
            CurrentActor actor,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.printer = printer;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param made false where it was in force already */
    record Outcome(UUID id, boolean made) {}

    /**
     * @param replaceReason empty to replace none
     * @throws Refusal CONFLICT where documents in force share a line with it and no reason is given
     */
    Outcome issue(DocumentDraft draft, String replaceReason) {
        byte[] fingerprint = sha256(printer.words(draft));
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(draft.filing().scope());
            List<Current> overlapping = store.overlapping(draft.filing(), draft.lines());
            return overlapping.stream()
                    .filter(current -> MessageDigest.isEqual(current.fingerprint(), fingerprint))
                    .findFirst()
                    .map(current -> new Outcome(current.id(), false))
                    .orElseGet(
                            () -> new Outcome(replace(draft, fingerprint, overlapping, replaceReason.strip()), true));
        }));
    }

    private UUID replace(DocumentDraft draft, byte[] fingerprint, List<Current> replaced, String reason) {
        String numbers = replaced.stream().map(Current::number).collect(Collectors.joining(", "));
        if (!replaced.isEmpty() && reason.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.documents.inForce", numbers);
        }
        var now = clock.instant();
        String by = actor.nameOrSystem();
        var id = TimeOrderedId.next();
        var stamp = new Stamp(
                store.nextNumber(
                        draft.filing().series(), now.atZone(draft.zone()).getYear()),
                1 + Math.max(store.lastVersion(draft.filing().subject()), version(replaced)),
                VerificationCode.random(),
                now,
                replaced.isEmpty() ? null : numbers);
        byte[] bytes = printer.issued(draft, stamp);
        replaced.forEach(one -> store.end(one.id(), "REPLACED", now, by, reason));
        store.insert(
                draft,
                new Made(id, stamp, new Made.Sealed(printer.inputs(draft), fingerprint, bytes, sha256(bytes)), by));
        replaced.forEach(one -> store.replacedBy(one.id(), id));
        journal.issued(id, draft, stamp, sha256(bytes), reason);
        return id;
    }

    private static int version(List<Current> replaced) {
        return replaced.stream().mapToInt(Current::version).max().orElse(0);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
