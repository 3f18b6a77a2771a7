package fr.educentre.assidu.evidence.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text from outside, made such that the database takes it: it has no NUL character. */
final class TextSanitizer {

    private static final int LONGEST = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private TextSanitizer() {}

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : required(text);
    }

    static String required(String text) {
        String clean = withoutControl(text).strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** Nearly no text has any. */
    private static String withoutControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7F)
                ? CONTROL.matcher(text).replaceAll(" ")
                : text;
    }

    static String json(String json) {
        return json.contains("\\u0000") ? ESCAPED_NUL.matcher(json).replaceAll("$1\\\\uFFFD") : json;
    }
}
