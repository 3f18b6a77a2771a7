package fr.educentre.assidu.evidence;

/** What a trace tells. */
public enum TraceKind {
    /** There from, to. */
    INTERVAL,
    /**
     * Signed, at an instant (from). Payload: {@code role} ({@code LEARNER} or {@code TRAINER}), and where the source
     * tells, {@code status} as for a mark, {@code signatureRef}, {@code ip}, {@code comment}, {@code leftAt}.
     */
    SIGNATURE,
    /** Did something on the platform, at an instant (from). */
    ACTIVITY,
    /**
     * A person's statement. Payload: {@code status} (PRESENT, LATE, LEFT_EARLY, PARTIAL, ABSENT, EXEMPT), and where told
     * {@code reason}, {@code lateMinutes} (whole minutes), {@code excused} (true: an absence announced as excused; it
     * still goes through its justification), {@code comment}. From and to: arrival and departure, null when not told.
     */
    MARK
}
