package fr.educentre.assidu.evidence.ui;

import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.HomeTiles;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Participants whom nothing identifies for certain. */
@Component
class EvidenceTiles implements HomeTiles {

    private static final Set<String> READERS = Set.of("QUALITY_MANAGER", "AUDITOR");

    private final Identities identities;

    EvidenceTiles(Identities identities) {
        this.identities = identities;
    }

    @Override
    public List<HomeTile> of(String role) {
        return READERS.contains(role)
                ? List.of(new HomeTile(60, "evidence.tile.waiting", identities.waiting(), IdentitiesView.PATH))
                : List.of();
    }
}
