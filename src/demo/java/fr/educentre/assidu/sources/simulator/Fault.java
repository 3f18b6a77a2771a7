package fr.educentre.assidu.sources.simulator;

/** What goes wrong while a class is played. */
public enum Fault {
    /** The second half of the deliveries comes after the report was asked for. */
    LATE,
    /** Every delivery comes twice. */
    TWICE,
    OUT_OF_ORDER,
    /** The peer answers 429 once. */
    BUSY,
    /** The peer answers 500 once. */
    BROKEN,
    /** A delivery and an answer of the peer are cut in the middle. */
    CUT
}
