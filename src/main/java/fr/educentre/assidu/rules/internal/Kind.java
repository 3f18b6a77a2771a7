package fr.educentre.assidu.rules.internal;

/** Where in a rule a sentence may stand; the vocabulary names them in French. */
enum Kind {
    SCOPE("portée"),
    CONDITION("condition"),
    EXCEPTION("exception"),
    ACTION("action"),
    LIMIT("limite"),
    PARAMETER("paramètre");

    private final String french;

    Kind(String french) {
        this.french = french;
    }

    static Kind ofFrench(String word) {
        for (Kind kind : values()) {
            if (kind.french.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Unknown genre in the vocabulary: " + word);
    }
}
