package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.ZoneId;

/** What a file is read for. @param zone of the times it writes */
record EvidenceFileContext(TimeSlot slot, ZoneId zone, String sessionExternalId) {

    SlotTimeResolver times(boolean utc) {
        return new SlotTimeResolver(slot, utc ? java.time.ZoneOffset.UTC : zone);
    }
}
