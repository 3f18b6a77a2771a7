package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.PageOf;

/**
 * Where the rows of a list come from, page by page, with the reader's filters and rights: what a screen shows and what its file
 * holds are read alike.
 *
 * @param <T> a row
 */
@FunctionalInterface
public interface ListPages<T> {

    /**
     * @param page from 0
     * @param size {@value PageOf#MAX_SIZE} at most
     */
    PageOf<T> read(int page, int size);

    /** How many rows there are. */
    default long count() {
        return read(0, 1).totalElements();
    }
}
