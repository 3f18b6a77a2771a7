package fr.educentre.assidu.documents;

import java.util.UUID;

/**
 * A document as issued, with its bytes.
 *
 * @param number printed on the document, never given twice
 */
public record IssuedFile(UUID id, String number, String fileName, String mediaType, byte[] bytes) {}
