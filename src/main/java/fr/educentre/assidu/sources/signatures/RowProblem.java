package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line that a person is to mend.
 *
 * @param field as in the mapping of columns
 * @param why end of the text's key
 */
record RowProblem(int row, String field, String why, List<Object> arguments) {

    static RowProblem of(int row, String field, String why, Object... arguments) {
        return new RowProblem(row, field, why, List.of(arguments));
    }

    /** What is wrong and what to do, in that language or the reader's. */
    String text(Texts texts, @Nullable Locale locale) {
        String key = "connectors.signatures.row." + why;
        return locale == null ? texts.get(key, arguments.toArray()) : texts.in(locale, key, arguments.toArray());
    }

    /** The same with its line and column. */
    String named(Texts texts, Locale locale) {
        return texts.in(locale, "connectors.signatures.row", String.valueOf(row), field, text(texts, locale));
    }
}
