package fr.educentre.assidu.training;

/** Who pays. */
public enum FunderKind {
    OPCO,
    CPF,
    FRANCE_TRAVAIL,
    REGION,
    EMPLOYER,
    SELF,
    OTHER
}
