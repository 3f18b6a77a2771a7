package fr.educentre.assidu.evidence.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text from outside, made such that the database takes it: it has no NUL character. */
final class TextSanitizer {

    private static final int LONGEST = 500;
    private static final int LONGEST_MESSAGE = 4000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private TextSanitizer() {}

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : required(text);
    }

    static String required(String text) {
        String clean = CONTROL.matcher(text).replaceAll(" ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** Told to people, line by line: longer than a name. */
    static String message(String text) {
        String clean = CONTROL.matcher(text).replaceAll(" ").strip();
        return clean.length() > LONGEST_MESSAGE ? clean.substring(0, LONGEST_MESSAGE) + "…" : clean;
    }

    static String json(String json) {
        return ESCAPED_NUL.matcher(json).replaceAll("$1\\\\uFFFD");
    }
}
