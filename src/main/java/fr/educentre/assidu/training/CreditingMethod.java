package fr.educentre.assidu.training;

/** How observed minutes become credited ones for a funding; never more than observed. */
public enum CreditingMethod {
    MINUTE,
    HALF_DAY,
    MILESTONE
}
