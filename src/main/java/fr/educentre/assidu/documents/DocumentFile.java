package fr.educentre.assidu.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document with its bytes.
 *
 * @param issued null for a draft
 */
public record DocumentFile(@Nullable Issued issued, String fileName, String mediaType, byte[] bytes) {

    /**
     * @param number printed on the document, never given twice
     * @param state {@code VALID}, {@code REPLACED} or {@code CANCELLED}
     */
    public record Issued(UUID id, String number, String state) {}
}
