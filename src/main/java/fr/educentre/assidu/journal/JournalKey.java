package fr.educentre.assidu.journal;

import java.util.List;

/** The installation's secret, under which entries are hashed: whoever has the database alone cannot write them anew. */
public interface JournalKey {

    /** @return the keyed hash of the content, 32 bytes */
    byte[] mac(byte[] content);

    /** @return what {@link #mac} answered when keys were in use that another took over from since, oldest first */
    default List<byte[]> formerMacs(byte[] content) {
        return List.of();
    }
}
