package fr.educentre.assidu.evidence;

/** Why a trace is taken for a learner's. Never a name alone. */
public enum MatchMethod {
    ISSUED_ID,
    EMAIL,
    CONFIRMED,
    ALIAS,
    ACCOUNT
}
