package fr.educentre.assidu.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links that open one thing without an account. Only a hash of the token is kept. */
public interface SignedLinks {

    /**
     * @param purpose {@code JUSTIFY}, {@code SIGN}, {@code ACCOUNT} or {@code FOLLOW}
     * @return the token, to be put after {@code /j/}, {@code /s/}, {@code /c/} or {@code /suivi/}; it cannot be read again
     */
    String issue(String purpose, UUID subjectId, Map<String, String> payload, Instant expiresAt);

    /** Empty when unknown, expired, revoked or issued for something else. */
    Optional<Opened> open(String purpose, String token);

    /**
     * The same for a page that anybody may ask for: a token that opens nothing counts against the address it came from.
     *
     * @param from the address that asks, of the network
     * @throws fr.educentre.assidu.shell.Refusal BUSY where that address tries again and again
     */
    Optional<Opened> openFrom(String purpose, String token, String from);

    /** Those of a purpose that still open a subject, newest first. */
    List<Issued> working(String purpose, UUID subjectId);

    /** One of them no longer does. @return false where it did not any more */
    boolean revokeOne(String purpose, UUID subjectId, UUID linkId);

    /** Those of a purpose that open a subject no longer do. */
    void revoke(String purpose, UUID subjectId);

    /** Whether one that still works was issued since then. */
    boolean issuedSince(String purpose, UUID subjectId, Instant since);

    /** A link that works; its token is known to whoever got it alone. */
    record Issued(UUID linkId, Map<String, String> payload, Instant createdAt, Instant expiresAt) {}

    record Opened(UUID linkId, UUID subjectId, Map<String, String> payload, Instant expiresAt) {}
}
