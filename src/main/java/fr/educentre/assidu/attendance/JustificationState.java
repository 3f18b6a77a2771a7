package fr.educentre.assidu.attendance;

/** The second axis of an absence or partial presence; never changes its status or minutes. */
public enum JustificationState {
    TO_JUSTIFY,
    UNDER_REVIEW,
    JUSTIFIED,
    UNJUSTIFIED
}
