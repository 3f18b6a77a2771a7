package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.imports.Imports;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Imports are of the whole centre: whoever may import sees them all. */
@Component
class ImportGuard implements ResourceGuard {

    private final Imports imports;

    ImportGuard(Imports imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public void check(Actor actor, UUID id) {
        imports.get(id);
    }
}
