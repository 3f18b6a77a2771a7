package fr.educentre.assidu.journal;

/** The audit trail. Entries are added in the transaction of what they tell, and never change. */
public interface Journal {

    /** Adds an entry; it stands only if the caller's transaction commits. */
    void record(JournalRecord entry);

    /** Recomputes the whole chain. */
    Verification verify();

    /**
     * Whether the chain holds.
     *
     * @param length number of entries
     * @param head hexadecimal hash of the last entry
     * @param firstBroken sequence of the first entry that does not fit, 0 when all do
     */
    record Verification(boolean holds, long length, String head, long firstBroken) {}
}
