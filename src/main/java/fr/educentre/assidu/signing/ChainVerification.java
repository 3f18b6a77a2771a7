package fr.educentre.assidu.signing;

import java.util.List;

/**
 * Whether a session's signatures are as they were made.
 *
 * @param length how many there are
 * @param head hash of the last one; zeros while there is none
 * @param findings in the order of the chain
 */
public record ChainVerification(int length, String head, List<Finding> findings) {

    /** Whether nothing was found. */
    public boolean holds() {
        return findings.isEmpty();
    }

    /** One thing that is not as it was. @param number of the signature concerned */
    public record Finding(Kind kind, int number) {}

    /** What was found. */
    public enum Kind {
        /** What was signed, or what is kept beside it, is not what was hashed. */
        CHANGED,
        /** It does not follow the one before. */
        UNLINKED,
        /** One or more before it are not there. */
        MISSING,
        /** The lines are not those that were drawn. */
        STROKES_CHANGED,
        /** The chain does not end where the journal says. */
        END_CHANGED
    }
}
