package fr.educentre.assidu.imports;

import fr.educentre.assidu.shell.PageOf;
import java.util.UUID;

/** What was imported, and the taking back of it. For quality managers and administrators. */
public interface Imports {

    /** Latest first. */
    PageOf<ImportInfo> list(int page, int size);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    ImportInfo get(UUID id);

    /**
     * Removes what the import added and writes what it changed as it was before.
     *
     * @throws fr.educentre.assidu.shell.Refusal CONFLICT, saying what was built on it or changed since
     */
    ImportInfo undo(UUID id);
}
