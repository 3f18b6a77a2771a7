package fr.educentre.assidu.justification;

import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;

/** Asking for justifications by hand, beside what the process asks for by itself. */
public interface JustificationRequests {

    /**
     * Mails the learner what is still to justify, with a link and the deadline of each; once a day. Deadlines stay what they
     * are.
     *
     * @return how many mails leave: one a deadline
     * @throws Refusal NOT_FOUND, NOT_YOURS for a referent of other groups, CONFLICT where nothing waits, the learner has no
     *     address or was asked today already
     */
    int ask(UUID learnerId);
}
