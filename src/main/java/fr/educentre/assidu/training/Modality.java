package fr.educentre.assidu.training;

/** How a session is held. */
public enum Modality {
    /** Présentiel. */
    IN_PERSON,
    /** Classe virtuelle. */
    VIDEO,
    /** On the platform, in a fixed slot. */
    ONLINE
}
