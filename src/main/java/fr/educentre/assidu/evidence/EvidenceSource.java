package fr.educentre.assidu.evidence;

/** Where a trace comes from. */
public enum EvidenceSource {
    ROLL_CALL,
    SIGNATURE,
    ZOOM,
    TEAMS,
    BIGBLUEBUTTON,
    PLATFORM,
    XAPI,
    FILE
}
