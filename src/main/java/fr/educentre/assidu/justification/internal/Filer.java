package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who files a justification.
 *
 * @param account which may not decide it then; null for the bearer of a link
 * @param onBehalf somebody else than the learner, and said so wherever the justification shows
 * @param late may still justify what became unjustified at the deadline
 */
record Filer(String name, @Nullable UUID account, boolean onBehalf, boolean late) {

    /** With their account, or by the link of a mail. */
    static Filer learner(String name, @Nullable UUID account) {
        return new Filer(name, account, false, false);
    }

    static Filer staff(Actor actor) {
        return new Filer(actor.displayName(), actor.accountId(), true, true);
    }

    /** By the link of a mail to them. */
    static Filer guardian(String name) {
        return new Filer(name, null, true, false);
    }
}
