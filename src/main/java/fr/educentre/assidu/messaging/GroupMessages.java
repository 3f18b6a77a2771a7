package fr.educentre.assidu.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What somebody of the centre writes to learners of a group: a quality manager to any, a trainer to those of groups they teach, a
 * referent to those of groups they follow.
 */
public interface GroupMessages {

    /** The most learners that one letter goes to. */
    int MOST = 500;

    /** Whether whoever has signed in may write to the group. */
    boolean offered(UUID groupId);

    /**
     * What a learner of the group would get. Nothing is written.
     *
     * @throws fr.educentre.assidu.shell.InvalidContent naming each field to mend
     */
    Outbox.MessageView.Content preview(UUID groupId, UUID learnerId, Letter letter);

    /**
     * Writes one message a learner, each once for the key, and a line of the journal.
     *
     * @param key of the act: the same one again writes nothing more
     * @throws fr.educentre.assidu.shell.InvalidContent naming each field to mend; {@code learners} where there is none, too
     *     many, or one who is not of the group
     */
    Written write(UUID key, UUID groupId, Collection<UUID> learnerIds, Letter letter);

    /** The words of the one who writes; greeting and signature are added. */
    record Letter(
            @NotBlank @Size(max = 150) String subject,
            @NotBlank @Size(max = 4_000) String text) {}

    /**
     * What became of it.
     *
     * @param withoutAddress names of those who cannot be written to
     */
    record Written(int messages, List<String> withoutAddress) {}
}
