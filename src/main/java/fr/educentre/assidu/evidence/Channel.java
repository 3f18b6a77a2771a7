package fr.educentre.assidu.evidence;

/** How a trace reached us; sets how far it is trusted: API and webhook before a file. */
public enum Channel {
    API,
    WEBHOOK,
    FILE,
    SCREEN
}
