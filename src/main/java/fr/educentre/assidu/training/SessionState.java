package fr.educentre.assidu.training;

/** Where a session stands at an instant. */
public enum SessionState {
    PLANNED,
    /** Running, or over with its sources complete, waiting to be closed. */
    OPEN,
    /** Over, and a source of presence is still expected. */
    AWAITING_DATA,
    CLOSED,
    CANCELLED,
    POSTPONED;

    /** Neither cancelled nor postponed. */
    public boolean held() {
        return this != CANCELLED && this != POSTPONED;
    }
}
