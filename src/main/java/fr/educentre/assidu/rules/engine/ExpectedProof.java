package fr.educentre.assidu.rules.engine;

/** What proves a presence. */
enum ExpectedProof {
    EITHER(false, false),
    SIGN_IN(true, false),
    LOG(false, true),
    BOTH(true, true);

    private final boolean signIn;
    private final boolean log;

    ExpectedProof(boolean signIn, boolean log) {
        this.signIn = signIn;
        this.log = log;
    }

    boolean signIn() {
        return signIn;
    }

    boolean log() {
        return log;
    }

    /** What satisfies both who ask. */
    ExpectedProof and(ExpectedProof other) {
        if (this == EITHER || other == EITHER) {
            return this == EITHER ? other : this;
        }
        return this == other ? this : BOTH;
    }
}
