package fr.educentre.assidu.rules;

/** How rules are published in this centre. Checks the caller's role. */
public interface RuleSettings {

    /** Whether who wrote a version may not publish it. */
    boolean twoPersons();

    void requireTwoPersons(boolean required);
}
