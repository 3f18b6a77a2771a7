package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TextTable;
import java.util.Optional;

/** A layout of a delimited file. */
interface TableFormat {

    /** Empty when the rows are not in this layout. */
    Optional<EvidenceFileContent> read(TextTable grid, EvidenceFileContext context);
}
