package fr.educentre.assidu.journal;

import java.util.Collection;
import java.util.List;

/** The audit trail. Entries are added in the transaction of what they tell, and never change. */
public interface Journal {

    /** Adds an entry; it stands only if the caller's transaction commits. */
    void record(JournalRecord entry);

    /**
     * Recomputes the whole chain, as it stands at one moment, and looks for the heads that have left.
     *
     * @param noted heads that somebody noted outside, beside those of the file of heads
     */
    Verification verify(Collection<Head> noted);

    /** Recomputes the whole chain, and looks for the heads in the file of heads. */
    default Verification verify() {
        return verify(List.of());
    }

    /**
     * The chain at one moment: nothing before it changes without changing it.
     *
     * @param seq number of the last entry, 0 while there is none
     * @param hash hexadecimal hash of that entry
     */
    record Head(long seq, String hash) {}

    /**
     * Whether the chain holds, and what was found where it does not.
     *
     * @param length number of entries
     * @param head hexadecimal hash of the last entry
     * @param findings in the order in which they were met
     */
    record Verification(long length, String head, List<Finding> findings) {

        /** Whether nothing was found. */
        public boolean holds() {
            return findings.isEmpty();
        }

        /** Number of the first entry concerned, 0 when all is well. */
        public long firstBroken() {
            return findings.stream().mapToLong(Finding::from).min().orElse(0);
        }
    }

    /**
     * One thing that is not as it was written.
     *
     * @param from number of the first entry concerned
     * @param to number of the last
     */
    record Finding(Kind kind, long from, long to) {

        /** What was found. */
        public enum Kind {
            /** The hash is not that of what the entry says. */
            CHANGED,
            /** An entry without the key, among entries that bear it. */
            UNKEYED,
            /** The entry does not follow the one before it. */
            UNLINKED,
            /** The number is there more than once. */
            REPEATED,
            /** Numbers in the middle are not there. */
            MISSING,
            /** Entries up to the head are not there. */
            TAIL_CUT,
            /** Entries after the head. */
            BEYOND_HEAD,
            /** The head is not that of the last entry, or is not there. */
            HEAD_CHANGED,
            /** A head that left is not found any more. */
            HEAD_NOT_FOUND
        }
    }
}
