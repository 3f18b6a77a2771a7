package fr.educentre.assidu.documents.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file made aside, that leaves once it is whole: what cannot be finished has not begun for whoever asked for it. */
final class WholeFile {

    private WholeFile() {}

    /** What writes the file. */
    interface Making {
        void write(OutputStream out) throws IOException;
    }

    /** Nothing reaches {@code out} when the making fails. */
    static void write(Making making, OutputStream out) throws IOException {
        Path aside = Files.createTempFile("rapport-", ".part");
        try {
            try (var bytes = new BufferedOutputStream(Files.newOutputStream(aside))) {
                making.write(bytes);
            }
            Files.copy(aside, out);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
