package fr.educentre.assidu.imports;

/**
 * Workbooks whose columns an import recognises: an example to begin with, and the centre as it is. Each cell is text, so that no
 * spreadsheet takes a number for a quantity or a date for another. For quality managers and administrators.
 */
public interface CentreLists {

    /** @param filled with a few lines, which can be imported as they are where what they name may be added */
    byte[] example(ListKind kind, boolean filled);

    /**
     * What the centre has, one line each: imported again it changes nothing. A learner has the group, funding and guardian
     * of the latest enrolment; sessions that were cancelled or moved are left out.
     */
    byte[] centre(ListKind kind);
}
