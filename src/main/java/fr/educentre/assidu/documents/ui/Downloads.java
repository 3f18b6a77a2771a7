package fr.educentre.assidu.documents.ui;

import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.function.Supplier;

/** Links to documents, made when they are followed; where one is refused, the screen says why. */
final class Downloads {

    private Downloads() {}

    static FileLink link(String key, Texts texts, Supplier<DocumentFile> file) {
        return new FileLink(texts.get(key), texts, () -> content(file.get()));
    }

    static FileLink.Content content(DocumentFile made) {
        return new FileLink.Content(made.fileName(), made.mediaType(), made.bytes());
    }
}
