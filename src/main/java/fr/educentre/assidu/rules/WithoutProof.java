package fr.educentre.assidu.rules;

/** What becomes of hours without sufficient proof on a certificat de réalisation; the last asks for most. */
public enum WithoutProof {
    /** Counted, and told on what is then an interim statement. */
    LISTED,
    /** Left out of the hours, and told. */
    LEFT_OUT,
    /** No certificate before the proof. */
    HELD_BACK
}
