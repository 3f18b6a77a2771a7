package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SecretCipher;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as it is kept: encrypted; what it says is gone once purged, that it was there stays. */
@Entity
@Table(name = "justification_document")
class StoredDocument {

    @Id
    private UUID id;

    private UUID justificationId;

    /** Of one that came before names were sealed. */
    private @Nullable String fileName;

    private byte @Nullable [] nameCipher;
    private byte @Nullable [] nameNonce;
    private String mediaType;
    private long sizeBytes;
    private byte[] sha256;
    private byte @Nullable [] cipher;
    private byte @Nullable [] nonce;
    private boolean medical;
    private Instant uploadedAt;
    private @Nullable Instant purgedAt;

    @SuppressWarnings("NullAway.Init")
    protected StoredDocument() {}

    StoredDocument(
            UUID id,
            UUID justificationId,
            DetectedFile file,
            SecretCipher.Sealed sealed,
            SecretCipher.Sealed sealedName,
            boolean medical,
            Instant at) {
        this.id = id;
        this.justificationId = justificationId;
        this.nameCipher = sealedName.cipher();
        this.nameNonce = sealedName.nonce();
        this.mediaType = file.mediaType();
        this.sizeBytes = file.bytes().length;
        this.sha256 = file.sha256();
        this.cipher = sealed.cipher();
        this.nonce = sealed.nonce();
        this.medical = medical;
        this.uploadedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID justificationId() {
        return justificationId;
    }

    DocumentName name() {
        return new DocumentName(id, fileName, nameCipher, nameNonce);
    }

    String mediaType() {
        return mediaType;
    }

    boolean medical() {
        return medical;
    }

    SecretCipher.@Nullable Sealed sealed() {
        return cipher == null || nonce == null ? null : new SecretCipher.Sealed(cipher, nonce);
    }
}
