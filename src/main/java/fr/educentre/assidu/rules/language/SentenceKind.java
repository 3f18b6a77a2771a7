package fr.educentre.assidu.rules.language;

/** Where in a rule a sentence may stand; the vocabulary names them in French. */
public enum SentenceKind {
    SCOPE("portée", "pour"),
    CONDITION("condition", "quand"),
    EXCEPTION("exception", "sauf si"),
    ACTION("action", "alors"),
    LIMIT("limite", "au plus une fois"),
    PARAMETER("paramètre", "règle");

    private final String french;
    private final String keyword;

    SentenceKind(String french, String keyword) {
        this.french = french;
        this.keyword = keyword;
    }

    /** What opens the part of a rule where such sentences stand. */
    String keyword() {
        return keyword;
    }

    static SentenceKind ofFrench(String word) {
        for (SentenceKind kind : values()) {
            if (kind.french.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown genre in the vocabulary: " + word);
    }
}
