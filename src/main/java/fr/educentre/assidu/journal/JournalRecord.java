package fr.educentre.assidu.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to be added to the journal: {@code JournalRecord.of(action, subject).by(actor).before(...).after(...)}.
 *
 * @param actor who did it: a person's name, the same in all that they do, or {@code system} with the rule or process in
 *     charge
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
        Map<String, ?> after) {

    /** The author where nobody else is named. */
    public static final String SYSTEM = "system";

    /** Something done by the system to a subject, of no learner, with no values; the rest follows. */
    public static JournalRecord of(String action, String subjectKind, String subjectId) {
        return new JournalRecord(SYSTEM, null, action, subjectKind, subjectId, null, Map.of(), Map.of());
    }

    /** Done by an author without a role: the system with the rule or process in charge, the bearer of a link. */
    public JournalRecord by(String author) {
        return by(author, null);
    }

    /** Done by someone in one of their roles. */
    public JournalRecord by(String author, @Nullable String role) {
        return new JournalRecord(author, role, action, subjectKind, subjectId, learnerId, before, after);
    }

    /** The learner concerned, if one is. */
    public JournalRecord learner(@Nullable UUID id) {
        return new JournalRecord(actor, actorRole, action, subjectKind, subjectId, id, before, after);
    }

    /** The values before. */
    public JournalRecord before(Map<String, ?> values) {
        return new JournalRecord(actor, actorRole, action, subjectKind, subjectId, learnerId, values, after);
    }

    /** The values after. */
    public JournalRecord after(Map<String, ?> values) {
        return new JournalRecord(actor, actorRole, action, subjectKind, subjectId, learnerId, before, values);
    }
}
