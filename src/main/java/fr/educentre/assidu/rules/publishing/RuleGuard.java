package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rules are the whole centre's. */
@Component
class RuleGuard implements ResourceGuard {

    private final StoredRules rules;

    RuleGuard(StoredRules rules) {
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "rule";
    }

    @Override
    public void check(Actor actor, UUID id) {
        if (!rules.existsById(id)) {
            throw Refusal.notFound("rule");
        }
    }
}
