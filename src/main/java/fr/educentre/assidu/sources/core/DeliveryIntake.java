package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Receives deliveries of verified senders. */
@Service
public class DeliveryIntake {

    private final Deliveries deliveries;
    private final ProcessingTrigger wake;

    DeliveryIntake(Deliveries deliveries, ProcessingTrigger wake) {
        this.deliveries = deliveries;
        this.wake = wake;
    }

    /**
     * Stores the bytes, one commit a delivery, and plans their processing. Returns after the commit: the sender
     * may then be answered.
     *
     * @param sender account or client that sent it
     * @param headers those worth keeping, without credentials
     */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER})
    public UUID receive(
            String connector, String sender, @Nullable String mediaType, Map<String, String> headers, byte[] bytes) {
        UUID id = deliveries.receive(new Deliveries.Received(connector, sender, null, mediaType, headers, null, bytes));
        wake.up(connector);
        return id;
    }

    /** Has a delivery processed again. False when it waits already, or never came. */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public boolean again(UUID deliveryId) {
        boolean waits = deliveries.again(deliveryId);
        deliveries.find(deliveryId).ifPresent(delivery -> wake.up(delivery.connector()));
        return waits;
    }

    /** Has all deliveries that failed processed again. @return how many */
    @AllowedRoles(Role.ADMIN)
    public int allAgain(String connector) {
        int count = deliveries.allAgain(connector);
        wake.up(connector);
        return count;
    }
}
