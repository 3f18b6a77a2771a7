package fr.educentre.assidu.training;

/** The four actions of article L.6313-1 of the Code du travail. */
public enum NatureOfAction {
    TRAINING,
    SKILLS_ASSESSMENT,
    VAE,
    APPRENTICESHIP
}
