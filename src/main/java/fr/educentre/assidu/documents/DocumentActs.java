package fr.educentre.assidu.documents;

import java.util.UUID;

/** Issuing, replacing and cancelling: acts of somebody, each a line of the journal. */
public interface DocumentActs {

    /**
     * Issues the document. The same lines and words as those of a document in force are that document.
     *
     * @param replaceReason why those in force that have some of the same lines are replaced; empty to replace none
     * @throws fr.educentre.assidu.shell.Refusal ROLE, NOT_FOUND, NOT_YOURS, then INVALID; CONFLICT where one in force has
     *     some of the same lines and no reason is given, and where there is nothing to certify
     */
    Issuance issue(DocumentRequest request, String replaceReason);

    /**
     * Ends a document in force that nothing replaces; it stays readable and its number is not given again.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID without a reason; CONFLICT where it is not in force
     */
    IssuedDocument cancel(UUID id, String reason);

    /** Whether who is signed in may issue it, as far as their role says. */
    boolean mayIssue(DocumentRequest request);

    /** @param made false where it was in force already */
    record Issuance(IssuedDocument document, boolean made) {}
}
