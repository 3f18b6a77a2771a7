package fr.educentre.assidu.imports;

import java.util.Locale;

/** What a list is of, in the order in which a new centre brings them. */
public enum ListKind {
    GROUPS,
    LEARNERS,
    SESSIONS;

    /** As it stands in addresses and at the end of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
