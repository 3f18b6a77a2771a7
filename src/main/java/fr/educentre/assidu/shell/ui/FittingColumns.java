package fr.educentre.assidu.shell.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which columns have room beside the name and what can be done: where not all have, those of the lowest priority leave first, from
 * the end.
 *
 * @param rems room for columns, in widths of the page's letter
 */
record FittingColumns(int rems) {

    private static final int LETTER = 16;
    private static final int BORDERS = 2;

    /** Of a name: below that it is written on too many lines. */
    static final int NAME = 12;

    /**
     * @param pixels of the whole list; not more than zero where that is not known, and all have room
     * @param taken by what can be done, in widths of the page's letter
     */
    static FittingColumns within(int pixels, int taken) {
        return new FittingColumns(pixels > 0 ? (pixels - BORDERS) / LETTER - NAME - taken : Integer.MAX_VALUE);
    }

    <T> List<TableColumn<T>> of(List<TableColumn<T>> wanted) {
        List<TableColumn<T>> left = new ArrayList<>(wanted);
        List<TableColumn<T>> leaving = wanted.reversed().stream()
                .sorted(Comparator.comparing(column -> column.room().priority()))
                .toList();
        for (TableColumn<T> column : leaving) {
            if (left.stream().mapToLong(one -> one.room().rems()).sum() <= rems) {
                break;
            }
            left.remove(column);
        }
        return left;
    }
}
