package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;

/** Makes drafts of one kind of documents out of what is known now. Writes nothing. */
interface DocumentComposer {

    DocumentKind kind();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS, then INVALID where it is not said of what */
    void requireReadable(DocumentRequest request);

    /** What identifies it: one document is in force for it at a time. */
    String subject(DocumentRequest request);

    DocumentDraft compose(DocumentRequest request);

    /** @throws fr.educentre.assidu.shell.Refusal CONFLICT where it may be read as a draft and not be issued */
    default void requireIssuable(DocumentRequest request, DocumentDraft draft) {}
}
