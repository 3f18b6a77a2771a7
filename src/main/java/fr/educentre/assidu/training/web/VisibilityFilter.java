package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Narrows lists to what is the caller's. */
record VisibilityFilter(@Nullable UUID trainer, @Nullable UUID learner) {

    private static final UUID NOBODY = new UUID(0, 0);

    static VisibilityFilter to(Actor actor) {
        UUID person = actor.personId() == null ? NOBODY : actor.personId();
        return new VisibilityFilter(
                actor.role() == Role.TRAINER ? person : null, actor.role() == Role.LEARNER ? person : null);
    }
}
