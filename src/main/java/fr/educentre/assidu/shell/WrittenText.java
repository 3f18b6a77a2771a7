package fr.educentre.assidu.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person typed or pasted, without what cannot be seen: no text is told from another by it. */
public final class WrittenText {

    /** Controls, direction marks, zero-width characters; joiners stay, some scripts are written with them. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");
    private static final Pattern BLANKS_IN_LINE = Pattern.compile("[\\h\\u00A0]+");

    private WrittenText() {}

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
