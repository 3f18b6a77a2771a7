package fr.educentre.assidu.documents.ui;

import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.function.Supplier;

/** Links to documents, made when they are followed; where one is refused, the screen says why. */
final class Downloads {

    private Downloads() {}

    static FileLink link(String key, Texts texts, Supplier<IssuedFile> file) {
        return new FileLink(texts.get(key), texts, () -> {
            IssuedFile made = file.get();
            return new FileLink.Content(made.fileName(), made.mediaType(), made.bytes());
        });
    }
}
