package fr.educentre.assidu.rules;

/** The published parameters of justifications. */
public interface JustificationRules {

    JustificationTerms inForce();

    /** What was published as that version, or what is in force where its words left the vocabulary since. */
    JustificationTerms version(int version);
}
