package fr.educentre.assidu.messaging.internal;

/** Where a message stands. */
public enum MessageState {
    QUEUED,
    SENDING,
    SENT,
    FAILED,
    STOPPED
}
