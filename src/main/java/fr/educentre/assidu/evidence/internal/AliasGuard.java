package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An alias is a trainer's who confirmed it, or whose sessions are all that it touches: withdrawing it changes them. */
@Component
class AliasGuard implements ResourceGuard {

    private final AliasStore aliases;
    private final ParticipantMatches participants;
    private final Ownership ownership;

    AliasGuard(AliasStore aliases, ParticipantMatches participants, Ownership ownership) {
        this.aliases = aliases;
        this.participants = participants;
        this.ownership = ownership;
    }

    @Override
    public String kind() {
        return "alias";
    }

    @Override
    public void check(Actor actor, UUID id) {
        AliasStore.StoredAlias alias = aliases.find(id).orElseThrow(() -> Refusal.notFound("alias"));
        boolean own = alias.confirmation().account() != null
                && alias.confirmation().account().equals(actor.accountId());
        if (!actor.is(Role.TRAINER) || own) {
            return;
        }
        Set<UUID> touched = participants.sessionsSaid(
                alias.participant().source(), alias.participant().personKey(), alias.learnerId());
        if (touched.isEmpty()) {
            throw Refusal.notYours();
        }
        touched.forEach(session -> ownership.requireSession(actor, session));
    }
}
