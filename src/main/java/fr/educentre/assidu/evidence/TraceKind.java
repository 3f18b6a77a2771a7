package fr.educentre.assidu.evidence;

/** What a trace tells. */
public enum TraceKind {
    /** There from, to. */
    INTERVAL,
    /**
     * Was there, for how long is not told whole: of arrival and departure (from, to) one is missing, or both, or there were
     * absences in between. Payload: {@code why}, and {@code seconds} where the source tells how long in all. What is certain
     * of it is an {@link #INTERVAL} beside it. It never speaks against the person.
     */
    SEEN,
    /**
     * Signed, at an instant (from). Payload: {@code role} ({@code LEARNER} or {@code TRAINER}), and where the source
     * tells, {@code status} as for a mark, {@code lateMinutes}, {@code signatureRef}, {@code ip}, {@code comment},
     * {@code leftAt}.
     */
    SIGNATURE,
    /** Did something on the platform, at an instant (from). */
    ACTIVITY,
    /**
     * A person's statement. Payload: {@code status} (PRESENT, LATE, LEFT_EARLY, PARTIAL, ABSENT, EXEMPT), and where told
     * {@code reason}, {@code lateMinutes} (whole minutes), {@code excused} (true: an absence announced as excused; it
     * still goes through its justification), {@code comment}. From and to: arrival and departure, null when not told.
     */
    MARK,
    /**
     * Came into a meeting, at an instant (from). Payload: {@code occurrence} (the meeting's instance) and
     * {@code connection} (one stay of one device in it), by which arrivals and departures find each other. Read back as
     * an INTERVAL, whatever the order in which the two were told.
     */
    JOINED,
    /** Left a meeting, at an instant (from). Payload as for {@link #JOINED}. */
    LEFT,
    /** A meeting ended for everybody, at an instant (from). Payload: {@code occurrence}. It is nobody's trace. */
    ENDED;

    /** In the payload of {@link #SEEN}: why no more is told. */
    public static final String WHY = "why";

    /** That {@link #WHY}: they waited to be let in. Once a stay is known, it says all there is to say. */
    public static final String WAITING_ROOM = "waitingRoom";
}
