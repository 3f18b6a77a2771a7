package fr.educentre.assidu.documents.ui;

import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.HomeTiles;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Documents issued, to those who read them. */
@Component
class DocumentsTiles implements HomeTiles {

    private static final Set<String> READERS = Set.of("AUDITOR");

    private final IssuedDocuments documents;

    DocumentsTiles(IssuedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public List<HomeTile> of(String role) {
        return READERS.contains(role)
                ? List.of(new HomeTile(
                        10,
                        "documents.tile.issued",
                        documents.visible(IssuedDocuments.Query.ALL, 0, 1).totalElements(),
                        "preuves"))
                : List.of();
    }
}
