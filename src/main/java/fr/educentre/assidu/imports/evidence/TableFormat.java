package fr.educentre.assidu.imports.evidence;

import java.util.Optional;

/** A layout of a delimited file. */
interface TableFormat {

    /** Empty when the rows are not in this layout. */
    Optional<EvidenceFileContent> read(DelimitedText grid, EvidenceFileContext context);
}
