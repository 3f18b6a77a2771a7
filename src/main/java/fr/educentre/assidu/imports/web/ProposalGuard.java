package fr.educentre.assidu.imports.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A proposal is whose session it belongs to. */
@Component
class ProposalGuard implements ResourceGuard {

    private final Evidences evidences;
    private final Ownership ownership;

    ProposalGuard(Evidences evidences, Ownership ownership) {
        this.evidences = evidences;
        this.ownership = ownership;
    }

    @Override
    public String kind() {
        return "proposal";
    }

    @Override
    public void check(Actor actor, UUID id) {
        ownership.requireSession(
                actor,
                evidences
                        .proposal(id)
                        .orElseThrow(() -> Refusal.notFound("proposal"))
                        .sessionId());
    }
}
