package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.evidence.MatchMethod;
import java.util.List;
import java.util.UUID;

/** What is made of a participant. */
sealed interface IdentityMatch {

    record Known(UUID learnerId, MatchMethod how) implements IdentityMatch {}

    /** A person is to say who it is; no candidates: nobody expected looks like them. */
    record Open(List<Candidate> candidates, String note) implements IdentityMatch {}

    /** The session's trainer, who is no learner. */
    record Trainer() implements IdentityMatch {}

    /** Nothing to do: a person said it is nobody, or nothing asks whose it is. */
    record Nobody() implements IdentityMatch {}
}
