package fr.educentre.assidu.connectors.files;

import fr.educentre.assidu.training.TimeSlot;
import java.time.ZoneId;

/** What a file is read for. @param zone of the times it writes */
record FileContext(TimeSlot slot, ZoneId zone, String sessionExternalId) {

    SlotTimes times(boolean utc) {
        return new SlotTimes(slot, utc ? java.time.ZoneOffset.UTC : zone);
    }
}
