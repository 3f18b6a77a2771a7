package fr.educentre.assidu.documents;

/** What a document is. */
public enum DocumentKind {
    /** Feuille d'émargement, of a session or of a learner. */
    ATTENDANCE_SHEET,
    /** Certificat de réalisation of an enrolment. */
    CERTIFICATE,
    /** What was done at a distance without a live session. */
    FOAD_FILE,
    /** Attestation de fin de formation. */
    TRAINING_ATTESTATION,
    /** Attestation d'assiduité. */
    ASSIDUITY_ATTESTATION,
    /** Relevé d'absences, for an employer. */
    ABSENCE_STATEMENT,
    /** État mensuel de présence (article R.6341-35). */
    MONTHLY_STATE
}
