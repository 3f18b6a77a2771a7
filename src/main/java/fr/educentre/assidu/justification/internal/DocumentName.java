package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SecretCipher;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The name of a document as it is kept: it tells what the document is, and is sealed like it.
 *
 * @param clear of one that came before names were sealed, else null
 */
record DocumentName(UUID documentId, @Nullable String clear, byte @Nullable [] cipher, byte @Nullable [] nonce) {

    static SecretCipher.Sealed seal(SecretCipher box, UUID documentId, String name) {
        return box.seal(name.getBytes(StandardCharsets.UTF_8), label(documentId));
    }

    String open(SecretCipher box) {
        if (cipher == null || nonce == null) {
            return Objects.requireNonNullElse(clear, "");
        }
        return new String(box.open(new SecretCipher.Sealed(cipher, nonce), label(documentId)), StandardCharsets.UTF_8);
    }

    /** A sealed name taken for the document's content opens nothing. */
    static String label(UUID documentId) {
        return documentId + " name";
    }
}
