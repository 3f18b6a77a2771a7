package fr.educentre.assidu.messaging;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose messages a person reads, wherever they show: staff all of them; trainers and learners those to learners, never those
 * to families, employers and funders; who acts as an administrator none, since a message says something of a learner. Which learners, is decided by who is whose.
 */
public final class MessageRights {

    private MessageRights() {}

    /** Messages to whom. */
    public static Set<RecipientKind> readable(Actor reader) {
        return switch (reader.role()) {
            case ADMIN -> EnumSet.noneOf(RecipientKind.class);
            case TRAINER, LEARNER -> EnumSet.of(RecipientKind.LEARNER);
            case QUALITY_MANAGER, REFERENT, AUDITOR -> EnumSet.allOf(RecipientKind.class);
        };
    }
}
