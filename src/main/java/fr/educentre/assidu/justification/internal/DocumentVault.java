package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.justification.Justifications.Document;
import fr.educentre.assidu.shell.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps documents encrypted, apart from the justification they support. */
@Component
class DocumentVault {

    private final StoredDocumentRepository documents;
    private final SecretCipher box;

    DocumentVault(StoredDocumentRepository documents, SecretCipher box) {
        this.documents = documents;
        this.box = box;
    }

    void keep(UUID justificationId, DetectedFile file, boolean medical, Instant now) {
        UUID id = TimeOrderedId.next();
        documents.save(new StoredDocument(
                id,
                justificationId,
                file,
                box.seal(file.bytes(), id.toString()),
                DocumentName.seal(box, id, file.fileName()),
                medical,
                now));
    }

    Optional<StoredDocument> of(UUID justificationId) {
        return documents.findByJustificationId(justificationId);
    }

    Map<UUID, String> names(Collection<UUID> justificationIds) {
        if (justificationIds.isEmpty()) {
            return Map.of();
        }
        return documents.names(justificationIds).stream()
                .collect(Collectors.toMap(
                        StoredDocumentRepository.Named::getJustificationId,
                        named -> new DocumentName(
                                        named.getId(), named.getFileName(), named.getNameCipher(), named.getNameNonce())
                                .open(box),
                        (one, other) -> one));
    }

    /** Refused NOT_FOUND once purged. */
    Document open(StoredDocument document) {
        SecretCipher.Sealed sealed = document.sealed();
        if (sealed == null) {
            throw Refusal.notFound("document");
        }
        return new Document(
                document.name().open(box),
                document.mediaType(),
                box.open(sealed, document.id().toString()));
    }
}
