package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.sources.core.DeliveryAdministration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A delivery is the whole centre's: whoever has the role may look at it. */
@Component
class DeliveryGuard implements ResourceGuard {

    private final DeliveryAdministration desk;

    DeliveryGuard(DeliveryAdministration desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "delivery";
    }

    @Override
    public void check(Actor actor, UUID id) {
        desk.require(id);
    }
}
