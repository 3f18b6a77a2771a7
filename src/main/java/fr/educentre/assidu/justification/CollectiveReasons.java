package fr.educentre.assidu.justification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reason for all who miss a session: a strike, snow. */
public interface CollectiveReasons {

    /**
     * Justifies what is to justify of the session, and what becomes known of it later; those who brought something of their own
     * keep that. Nobody is asked for a document, as the centre itself knows the reason.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID where nobody can be missing yet or the reason is none for all
     */
    Applied apply(UUID sessionId, Given given);

    /**
     * Why.
     *
     * @param reason a code of the catalogue; other words are filed under {@code OTHER}, as its comment
     */
    record Given(
            @NotBlank @Size(max = 200) String reason,
            @Size(max = 2000) @Nullable String comment) {}

    /**
     * For how many learners.
     *
     * @param justified whose absence was known
     * @param later of whom it is not known yet whether they were there
     */
    record Applied(int justified, int later) {}
}
