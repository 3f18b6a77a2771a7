package fr.educentre.assidu.training;

/** Who runs the virtual class. */
public enum MeetingProvider {
    ZOOM,
    TEAMS,
    BIGBLUEBUTTON
}
