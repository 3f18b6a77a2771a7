package fr.educentre.assidu.journal;

/** The installation's secret, under which entries are hashed: whoever has the database alone cannot write them anew. */
public interface JournalKey {

    /** @return the keyed hash of the content, 32 bytes */
    byte[] mac(byte[] content);
}
