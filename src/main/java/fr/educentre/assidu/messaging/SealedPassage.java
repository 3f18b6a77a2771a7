package fr.educentre.assidu.messaging;

/** A passage of a mail between two marks that no person types: what stands there is its recipient's alone. */
public final class SealedPassage {

    /** Of the private use area of Unicode: no letter of any language. */
    public static final String BEGINS = "\uE000";

    public static final String ENDS = "\uE001";

    private SealedPassage() {}

    static String of(String text) {
        return BEGINS + text.replace(BEGINS, "").replace(ENDS, "") + ENDS;
    }
}
