package fr.educentre.assidu.attendance;

/** What is retained for a learner and a session. */
public enum AttendanceStatus {
    PRESENT,
    LATE,
    LEFT_EARLY,
    PARTIAL,
    ABSENT,
    EXEMPT,
    AWAITING_DATA;

    /** The learner was there for at least the share that makes someone present. */
    public boolean present() {
        return this == PRESENT || this == LATE || this == LEFT_EARLY;
    }
}
