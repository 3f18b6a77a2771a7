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
    private static final Duration AFTER_DEADLINE = Duration.ofDays(30);

    private final SignedLinks links;
    private final String baseUrl;

    JustificationLinks(SignedLinks links, @Value("${assidu.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    String to(UUID learnerId, String halfDay, Instant deadline) {
        String token = links.issue(PURPOSE, learnerId, Map.of("halfDay", halfDay), deadline.plus(AFTER_DEADLINE));
        return baseUrl + "/j/" + token;
    }

    Optional<SignedLinks.Opened> open(String token) {
        return links.open(PURPOSE, token);
    }
}
