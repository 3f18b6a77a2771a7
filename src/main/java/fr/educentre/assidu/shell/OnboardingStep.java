package fr.educentre.assidu.shell;

import java.util.Locale;

/** What a new centre goes through, in this order. */
public enum OnboardingStep {
    ORGANISATION,
    SITES,
    PEOPLE,
    PROGRAMMES,
    GROUPS,
    SOURCES,
    MAILS;

    /** As it stands in addresses and at the head of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
