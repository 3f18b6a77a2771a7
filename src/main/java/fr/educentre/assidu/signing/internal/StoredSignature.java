package fr.educentre.assidu.signing.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature as it stands in the database.
 *
 * @param text what was signed, word for word
 */
record StoredSignature(UUID id, Place place, Signer signer, Instant signedAt, String text, Hashes hashes) {

    /** @param number in the session's chain, from 1 */
    record Place(UUID sessionId, int number) {}

    /** One of the two, and how. */
    record Signer(@Nullable UUID learnerId, @Nullable UUID trainerId, String means) {}

    /** In hexadecimal. */
    record Hashes(String statement, String previous, String own) {}
}
