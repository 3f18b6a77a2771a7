package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.shell.Wording;

/** What is said of an alert about health to those who do not read why. */
final class ReservedWords {

    /** In place of the rule's name, which may tell as much as its sentences do. */
    static final String RULE = "alerts.reserved.rule";

    /** In place of words that the rule's author gave to a task or a note. */
    static final String WORDS = "alerts.reserved.words";

    static final Wording WHY = Wording.of("alerts.reserved.why");

    private ReservedWords() {}
}
