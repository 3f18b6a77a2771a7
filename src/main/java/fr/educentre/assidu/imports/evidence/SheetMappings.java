package fr.educentre.assidu.imports.evidence;

import java.util.List;
import java.util.Optional;

/** Headings that a person explained once, for the files that come with them again. */
public interface SheetMappings {

    SheetMappings NONE = headings -> Optional.empty();

    /** @param headings as they stand in the file */
    Optional<SheetMapping> of(List<String> headings);
}
