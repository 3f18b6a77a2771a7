package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.Documents;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is in force, or composes a draft. */
@Component
class ComposedDocuments implements Documents {

    private final DocumentComposers composers;
    private final IssuedDocumentStore store;
    private final IssuedDocuments documents;
    private final DocumentPrinter printer;
    private final Texts texts;

    ComposedDocuments(
            DocumentComposers composers,
            IssuedDocumentStore store,
            IssuedDocuments documents,
            DocumentPrinter printer,
            Texts texts) {
        this.composers = composers;
        this.store = store;
        this.documents = documents;
        this.printer = printer;
        this.texts = texts;
    }

    @Override
    public DocumentFile read(DocumentRequest request, boolean draft) {
        if (request.isReversed()) {
            throw Refusal.malformed("refusal.documents.period");
        }
        var composer = composers.of(request.kind());
        composer.requireReadable(request);
        return (draft ? Optional.<DocumentFile>empty() : inForce(composer, request))
                .orElseGet(() -> draft(composer.compose(request)));
    }

    private Optional<DocumentFile> inForce(DocumentComposer composer, DocumentRequest request) {
        return store.current(composer.subject(request)).flatMap(current -> documents.file(current.id()));
    }

    private DocumentFile draft(DocumentDraft draft) {
        return new DocumentFile(
                null,
                texts.in(Texts.FRENCH, "documents.draft").toLowerCase(Locale.FRENCH) + "-"
                        + draft.filing().fileStem() + ".pdf",
                DocumentPrinter.PDF,
                printer.draft(draft));
    }
}
