package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.shell.Texts;
import org.springframework.stereotype.Component;

/** Why nobody is matched: kept as the end of a text's key and what the text names, read in the reader's language. */
@Component
class UnmatchedReason {

    static final String UNKNOWN = "unknown";
    static final String TAKEN_BACK = "takenBack";
    static final String TRAINER = "trainer";
    private static final String NOT_EXPECTED = "notExpected";
    private static final char NAMES = '|';

    private final Texts texts;

    UnmatchedReason(Texts texts) {
        this.texts = texts;
    }

    static String notExpected(String learner) {
        return NOT_EXPECTED + NAMES + learner;
    }

    String read(String kept) {
        if (kept.isEmpty()) {
            return "";
        }
        int names = kept.indexOf(NAMES);
        String key = "evidence.unmatched." + (names < 0 ? kept : kept.substring(0, names));
        return names < 0 ? texts.get(key) : texts.get(key, kept.substring(names + 1));
    }
}
