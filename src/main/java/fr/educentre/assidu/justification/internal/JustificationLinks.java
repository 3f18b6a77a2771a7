package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.SignedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links that let a learner justify without an account. They outlive the deadline, to show what was decided. */
@Component
class JustificationLinks {

    private static final String PURPOSE = "JUSTIFY";
    private static final String HALF_DAY = "halfDay";
    private static final String GUARDIAN = "guardian";
    private static final Duration AFTER_DEADLINE = Duration.ofDays(30);

    private final SignedLinks links;
    private final String baseUrl;

    JustificationLinks(SignedLinks links, @Value("${assidu.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    String to(UUID learnerId, String halfDay, Instant deadline) {
        return to(learnerId, Map.of(HALF_DAY, halfDay), deadline);
    }

    /** For a guardian, who justifies in their own name on the learner's behalf. */
    String toGuardian(UUID learnerId, String halfDay, Instant deadline, String guardian) {
        return to(learnerId, Map.of(HALF_DAY, halfDay, GUARDIAN, guardian), deadline);
    }

    /** Whose link it is where it is not the learner's. */
    static Optional<String> guardian(SignedLinks.Opened opened) {
        return Optional.ofNullable(opened.payload().get(GUARDIAN));
    }

    private String to(UUID learnerId, Map<String, String> payload, Instant deadline) {
        return baseUrl + "/j/" + links.issue(PURPOSE, learnerId, payload, deadline.plus(AFTER_DEADLINE));
    }

    /** For the page: one that opens nothing counts against the address it came from. */
    Optional<SignedLinks.Opened> openFrom(String token, String from) {
        return links.openFrom(PURPOSE, token, from);
    }

    Optional<SignedLinks.Opened> open(String token) {
        return links.open(PURPOSE, token);
    }
}
