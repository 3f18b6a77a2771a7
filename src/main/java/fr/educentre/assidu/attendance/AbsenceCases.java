package fr.educentre.assidu.attendance;

import fr.educentre.assidu.shell.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Absences (and partial presences) as cases to justify. Moved by commands of the justification process alone; each move
 * is kept. Publishes {@link AbsenceKnown} when a case opens, {@link AbsenceWithdrawn} when facts changed, {@link
 * AbsenceMoved} on each move.
 */
public interface AbsenceCases {

    Optional<AbsenceCase> find(UUID caseId);

    List<AbsenceCase> ofLearner(UUID learnerId);

    Map<UUID, List<AbsenceCase>> ofLearners(Collection<UUID> learnerIds);

    /** As they stood at an instant: known by then, in the state of then. */
    Map<UUID, List<AbsenceCase>> ofLearnersAsKnownAt(Collection<UUID> learnerIds, Instant knownAt);

    /** Cases of a learner's half-day ({@code 2026-11-23/AM}). */
    List<AbsenceCase> ofHalfDay(UUID learnerId, String halfDay);

    List<AbsenceCase> ofSessions(UUID learnerId, Collection<UUID> sessionIds);

    /** Open cases (to justify, under review) of the learners a trainer teaches, or of all when null; by deadline. */
    List<AbsenceCase> open(@Nullable UUID trainerId, int limit, int offset);

    void underReview(Collection<UUID> caseIds, UUID justificationId, String by);

    /** @param effects effect by recipient: EMPLOYER, FRANCE_TRAVAIL, REGION, CPF -> JUSTIFIED or UNJUSTIFIED */
    void justified(
            Collection<UUID> caseIds, UUID justificationId, String reasonCode, Map<String, String> effects, String by);

    /** More was asked, or the submission was taken back: waits again until the deadline. */
    void toJustify(Collection<UUID> caseIds, Instant deadline, String by);

    void unjustified(Collection<UUID> caseIds, Wording note, String by);

    record AbsenceCase(
            UUID id,
            UUID learnerId,
            Missed missed,
            JustificationState state,
            Instant deadline,
            Justification justification,
            Instant knownAt) {

        /** What was missed. */
        public record Missed(UUID sessionId, String halfDay, int missingMinutes) {}

        /** What was brought. */
        public record Justification(
                @Nullable UUID id, @Nullable String reasonCode) {}
    }

    record AbsenceKnown(UUID caseId, UUID sessionId, UUID learnerId, String halfDay) {}

    record AbsenceWithdrawn(UUID caseId, UUID sessionId, UUID learnerId, String halfDay) {}

    record AbsenceMoved(UUID caseId, UUID sessionId, UUID learnerId, JustificationState state) {}
}
