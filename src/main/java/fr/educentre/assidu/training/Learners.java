package fr.educentre.assidu.training;

import fr.educentre.assidu.shell.PageOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Learners and those around them, for other modules. */
public interface Learners {

    Optional<LearnerInfo> find(UUID id);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    LearnerInfo get(UUID id);

    Map<UUID, LearnerInfo> byIds(Collection<UUID> ids);

    /** Case-folded e-mail to learner. */
    Map<String, LearnerInfo> byEmails(Collection<String> emails);

    /** Exact external identifier to learner. */
    Map<String, LearnerInfo> byExternalIds(Collection<String> externalIds);

    /**
     * @param q part of a name, e-mail or external identifier
     * @param visibleToTrainer only learners this trainer teaches
     */
    PageOf<LearnerInfo> search(
            @Nullable String q, @Nullable UUID groupId, @Nullable UUID visibleToTrainer, int page, int size);

    /** Every learner, in slices for work that goes over all of them: ids greater than the given one, in order. */
    List<UUID> idsAfter(@Nullable UUID last, int limit);

    List<ContactInfo> guardians(UUID learnerId);

    /** The employer's contact and the tutor of the enrolment, those with an e-mail address. */
    List<ContactInfo> employerContacts(UUID enrolmentId);
}
