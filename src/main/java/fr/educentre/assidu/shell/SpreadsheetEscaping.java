package fr.educentre.assidu.shell;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that a spreadsheet will not take for a formula. */
public final class SpreadsheetEscaping {

    private static final Pattern TAKEN_FOR_FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|\\s*[=+\\-@＝＋－＠])", Pattern.UNICODE_CASE);

    private SpreadsheetEscaping() {}

    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return TAKEN_FOR_FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
