package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.Deliveries.State;
import fr.educentre.assidu.evidence.Deliveries.Summary;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows deliveries to those in charge, and has them processed again. */
@Service
public class DeliveryAdministration {

    private final Deliveries deliveries;
    private final DeliveryIntake intake;
    private final ActorJournal journal;

    DeliveryAdministration(Deliveries deliveries, DeliveryIntake intake, ActorJournal journal) {
        this.deliveries = deliveries;
        this.intake = intake;
        this.journal = journal;
    }

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public PageOf<Summary> search(@Nullable String connector, @Nullable State state, int page, int size) {
        return deliveries.search(connector, state, page, size);
    }

    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public void again(UUID deliveryId) {
        require(deliveryId);
        if (intake.again(deliveryId)) {
            journal("delivery.again", deliveryId.toString());
        }
    }

    /** @return how many wait again */
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public int allAgain(String connector) {
        int count = intake.allAgain(connector);
        if (count > 0) {
            journal("delivery.allAgain", connector);
        }
        return count;
    }

    /** The bytes as received: names and addresses of people are in them, so each look is journalled. */
    @AllowedRoles(Role.QUALITY_MANAGER)
    public byte[] content(UUID deliveryId) {
        byte[] bytes = require(deliveryId).bytes();
        journal("delivery.read", deliveryId.toString());
        return bytes;
    }

    public Delivery require(UUID deliveryId) {
        return deliveries.find(deliveryId).orElseThrow(() -> Refusal.notFound("delivery"));
    }

    private void journal(String action, String key) {
        journal.record(JournalRecord.of(action, "delivery", key));
    }
}
