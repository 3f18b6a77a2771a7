package fr.educentre.assidu.access;

/** What a token may do of what its account may. */
public enum TokenScope {
    /** Calls that only read. */
    READ,
    /** Every call. */
    WRITE
}
