package fr.educentre.assidu.justification.internal;

/** Where a justification stands. */
enum ReviewState {
    SUBMITTED,
    MORE_ASKED,
    APPROVED,
    REFUSED,
    /** The absences it was about were withdrawn. */
    MOOT
}
