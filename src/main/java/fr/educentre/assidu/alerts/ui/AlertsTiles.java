package fr.educentre.assidu.alerts.ui;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.shell.HomeTiles;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Open alerts. */
@Component
class AlertsTiles implements HomeTiles {

    private static final Set<String> READERS = Set.of("QUALITY_MANAGER", "REFERENT", "TRAINER");
    private static final UUID NOBODY = new UUID(0, 0);

    private final Alerts alerts;
    private final CurrentActor current;

    AlertsTiles(Alerts alerts, CurrentActor current) {
        this.alerts = alerts;
        this.current = current;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (!READERS.contains(role)) {
            return List.of();
        }
        Actor actor = current.get();
        UUID trainer = actor.is(Role.TRAINER) ? Objects.requireNonNullElse(actor.personId(), NOBODY) : null;
        long open = alerts.search(new Alerts.Query(null, null, "OPEN", trainer), 0, 1)
                .totalElements();
        return List.of(new HomeTile(45, "alerts.tile.open", open, "alertes?etat=OPEN"));
    }
}
