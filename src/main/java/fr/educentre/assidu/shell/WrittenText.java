package fr.educentre.assidu.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person typed or pasted, without what cannot be seen: no text is told from another by it. */
public final class WrittenText {

    /** Controls, halves of surrogate pairs, direction marks, zero-width characters; joiners stay, some scripts are written with them. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\r\\t]]|\\p{Cs}|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");
    private static final Pattern BLANKS_IN_LINE = Pattern.compile("[\\h\\u00A0]+");

    private static final Pattern ODD_BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");

    private WrittenText() {}

    /** All of it that can be seen, its lines as they are, with blanks that are spaces and none at its ends. */
    public static String visible(String text) {
        return plain(text)
                ? text.strip()
                : ODD_BLANK
                        .matcher(UNSEEN.matcher(text).replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** Most texts are: looking costs less than replacing. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c > '~' && c < '\u00C0') || c > '\u024F') {
                return false;
            }
        }
        return true;
    }

    /** One line, single spaces, nothing at its ends; empty for null. */
    public static String line(@Nullable String text) {
        return text == null
                ? ""
                : BLANKS.matcher(UNSEEN.matcher(text).replaceAll(""))
                        .replaceAll(" ")
                        .strip();
    }

    /** Several lines, each without blanks at its ends; empty for null. */
    public static String lines(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var kept = new StringBuilder();
        UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .lines()
                .forEach(line -> kept.append(
                                BLANKS_IN_LINE.matcher(line).replaceAll(" ").strip())
                        .append('\n'));
        return kept.toString().strip();
    }
}
