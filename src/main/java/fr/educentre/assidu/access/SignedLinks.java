package fr.educentre.assidu.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links that open one thing without an account. Only a hash of the token is kept. */
public interface SignedLinks {

    /**
     * @param purpose {@code JUSTIFY}, {@code SIGN} or {@code ACCOUNT}
     * @return the token, to be put after {@code /j/}, {@code /s/} or {@code /c/}; it cannot be read again
     */
    String issue(String purpose, UUID subjectId, Map<String, String> payload, Instant expiresAt);

    /** Empty when unknown, expired, revoked or issued for something else. */
    Optional<Opened> open(String purpose, String token);

    /** Those of a purpose that open a subject no longer do. */
    void revoke(String purpose, UUID subjectId);

    /** Whether one that still works was issued since then. */
    boolean issuedSince(String purpose, UUID subjectId, Instant since);

    record Opened(UUID linkId, UUID subjectId, Map<String, String> payload, Instant expiresAt) {}
}
