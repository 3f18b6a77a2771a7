package fr.educentre.assidu.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to be added to the journal.
 *
 * @param actor who did it: an account's name, or {@code system} with the rule or process in charge
 * @param action past tense, dotted: {@code attendance.corrected}
 * @param subjectKind what it was done to: {@code session}, {@code learner}, {@code rule}...
 * @param learnerId the learner concerned, if one is
 * @param before the values before, empty where there were none
 * @param after the values after
 */
public record JournalRecord(
        String actor,
        @Nullable String actorRole,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable UUID learnerId,
        Map<String, ?> before,
        Map<String, ?> after) {}
