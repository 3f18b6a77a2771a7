package fr.educentre.assidu.connectors.files;

import java.util.Optional;

/** A layout of a delimited file. */
interface TableFormat {

    /** Empty when the rows are not in this layout. */
    Optional<FileReading> read(Grid grid, FileContext context);
}
