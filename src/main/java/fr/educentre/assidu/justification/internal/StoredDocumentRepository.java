package fr.educentre.assidu.justification.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredDocumentRepository extends JpaRepository<StoredDocument, UUID> {

    Optional<StoredDocument> findByJustificationId(UUID justificationId);

    /** Names alone: the documents themselves are not read to list them. */
    @Query(
            "select d.id as id, d.justificationId as justificationId, d.fileName as fileName,"
                    + " d.nameCipher as nameCipher, d.nameNonce as nameNonce from StoredDocument d where d.justificationId in :justificationIds")
    List<Named> names(Collection<UUID> justificationIds);

    /** Name of a justification's document. */
    interface Named {
        UUID getId();

        UUID getJustificationId();

        @Nullable
        String getFileName();

        byte @Nullable [] getNameCipher();

        byte @Nullable [] getNameNonce();
    }
}
