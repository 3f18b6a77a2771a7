package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An alert is whose the learner is. */
@Component
class AlertGuard implements ResourceGuard {

    private final AlertStore table;
    private final Ownership ownership;

    AlertGuard(AlertStore table, Ownership ownership) {
        this.table = table;
        this.ownership = ownership;
    }

    @Override
    public String kind() {
        return "alert";
    }

    @Override
    public void check(Actor actor, UUID id) {
        var alert = table.find(id).orElseThrow(() -> Refusal.notFound("alert"));
        ownership.requireLearner(actor, alert.learnerId());
    }
}
