package fr.educentre.assidu.jdbc;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Keys made by the application: UUID version 7, as entities have them, so that rows lie in the order of their making. */
public final class TimeOrderedId {

    private TimeOrderedId() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
