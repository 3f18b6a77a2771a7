package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import fr.educentre.assidu.imports.evidence.SignInVocabulary.Status;
import fr.educentre.assidu.imports.tables.TableRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the column of statuses. A cross is a presence here and an absence there, an {@code E} is excused here and
 * in the company there: they are read where the heading or the rest of the column says which, and refused where not.
 *
 * @param heading the column's name asks who is present
 * @param others what the column says in words that mean one thing alone
 */
record SignInStatuses(boolean heading, Set<Status> others) {

    private static final String CROSS = "x";
    private static final String E = "e";

    static SignInStatuses of(SignInColumns columns, List<TableRow> rows) {
        return new SignInStatuses(
                columns.asksWhoIsPresent(),
                rows.stream()
                        .map(row -> SignInVocabulary.status(columns.cell(row, Field.STATUS)))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class))));
    }

    /** Null for a word that is not understood. */
    @Nullable
    Status read(String cell) {
        return switch (TableRow.label(cell)) {
            case CROSS -> crossIsPresence() ? Status.PRESENT : null;
            case E -> others.contains(Status.ABSENT) && !others.contains(Status.EXCUSED) ? Status.EXCUSED : null;
            default -> SignInVocabulary.status(cell);
        };
    }

    private boolean crossIsPresence() {
        return heading || others.contains(Status.ABSENT) && !others.contains(Status.PRESENT);
    }

    /** Why a word was not taken, as the end of a text's key. */
    static String unread(String cell) {
        return switch (TableRow.label(cell)) {
            case CROSS -> "ambiguousCross";
            case E -> "ambiguousE";
            default -> "unknownStatus";
        };
    }
}
