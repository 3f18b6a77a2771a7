package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A learner sees their own justifications, a trainer those of learners they teach. */
@Component
class JustificationGuard implements ResourceGuard {

    private final JustificationRepository justifications;
    private final Ownership ownership;

    JustificationGuard(JustificationRepository justifications, Ownership ownership) {
        this.justifications = justifications;
        this.ownership = ownership;
    }

    @Override
    public String kind() {
        return "justification";
    }

    @Override
    public void check(Actor actor, UUID id) {
        Justification found = justifications.findById(id).orElseThrow(() -> Refusal.notFound("justification"));
        if (actor.is(Role.TRAINER, Role.LEARNER)) {
            ownership.requireLearner(actor, found.learnerId());
        }
    }
}
