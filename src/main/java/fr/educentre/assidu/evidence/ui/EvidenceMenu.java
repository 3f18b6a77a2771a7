package fr.educentre.assidu.evidence.ui;

import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.MenuBadge;
import fr.educentre.assidu.shell.MenuContributor;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class EvidenceMenu implements MenuContributor, MenuBadge {

    private final Identities identities;

    EvidenceMenu(Identities identities) {
        this.identities = identities;
    }

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry(
                "evidence.identities.menuEntry",
                IdentitiesView.PATH,
                "vaadin:user-check",
                45,
                Set.of("QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR")));
    }

    @Override
    public String path() {
        return IdentitiesView.PATH;
    }

    @Override
    public long count() {
        return identities.waiting();
    }

    @Override
    public String labelKey() {
        return "evidence.identities.badge";
    }
}
