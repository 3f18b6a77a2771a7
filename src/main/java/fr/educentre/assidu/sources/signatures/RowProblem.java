package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.util.List;

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

    /** What is wrong and what to do, in the reader's language. */
    String text(Texts texts) {
        return wording().read(texts);
    }

    /** The same with its line and column. */
    Wording named() {
        return Wording.of("connectors.signatures.row", String.valueOf(row), field, wording());
    }

    private Wording wording() {
        return Wording.of("connectors.signatures.row." + why, arguments.toArray());
    }
}
