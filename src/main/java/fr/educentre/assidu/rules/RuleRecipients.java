package fr.educentre.assidu.rules;

import java.util.Set;

/** Whom the centre has for those that rules have told. Implemented by the module that tells them. */
public interface RuleRecipients {

    /** Kinds of people of whom the centre has nobody who can be written to. */
    Set<Kind> missing();

    /** Whom a rule may have told. */
    enum Kind {
        REFERENT,
        QUALITY_MANAGER
    }
}
