package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.shell.InvalidContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The composer of each kind that is offered. */
@Component
class DocumentComposers {

    private final Map<DocumentKind, DocumentComposer> composers;

    DocumentComposers(List<DocumentComposer> composers) {
        this.composers = composers.stream().collect(Collectors.toMap(DocumentComposer::kind, Function.identity()));
    }

    /** @throws InvalidContent for a kind that is not offered */
    DocumentComposer of(DocumentKind kind) {
        var composer = composers.get(kind);
        if (composer == null) {
            throw new InvalidContent("kind", "refusal.documents.kindNotOffered", kind.name());
        }
        return composer;
    }
}
