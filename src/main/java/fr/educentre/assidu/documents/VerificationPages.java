package fr.educentre.assidu.documents;

import fr.educentre.assidu.documents.IssuedDocuments.Verified;
import org.jspecify.annotations.Nullable;

/** The public page that says what a document certifies. */
public interface VerificationPages {

    /** @param verified null when no document bears the code */
    String html(@Nullable Verified verified);
}
