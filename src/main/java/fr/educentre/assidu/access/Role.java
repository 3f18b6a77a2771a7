package fr.educentre.assidu.access;

/** The six roles; the names stand in Spring Security authorities with the prefix {@code ROLE_}. */
public enum Role {
    ADMIN,
    QUALITY_MANAGER,
    TRAINER,
    REFERENT,
    AUDITOR,
    LEARNER
}
