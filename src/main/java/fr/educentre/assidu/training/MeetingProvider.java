package fr.educentre.assidu.training;

/** Who runs the virtual class. */
public enum MeetingProvider {
    ZOOM,
    TEAMS,
    BIGBLUEBUTTON,
    GOOGLE_MEET,
    WEBEX,
    /** A tool of which no more is known than the address of its class. */
    OTHER
}
