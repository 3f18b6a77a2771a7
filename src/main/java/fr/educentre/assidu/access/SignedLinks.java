package fr.educentre.assidu.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links that open one thing without an account. Only a hash of the token is kept. */
public interface SignedLinks {

    /**
     * @param purpose {@code JUSTIFY} or {@code SIGN}
     * @return the token, to be put after {@code /j/} or {@code /s/}; it cannot be read again
     */
    String issue(String purpose, UUID subjectId, Map<String, String> payload, Instant expiresAt);

    /** Empty when unknown, expired, revoked or issued for something else. */
    Optional<Opened> open(String purpose, String token);

    record Opened(UUID linkId, UUID subjectId, Map<String, String> payload, Instant expiresAt) {}
}
