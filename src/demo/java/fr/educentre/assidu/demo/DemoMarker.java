package fr.educentre.assidu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file that says the demonstration's data are whole; data without it were left half-made, and are made again. */
final class DemoMarker {

    private final Path directory;

    DemoMarker(Path directory) {
        this.directory = directory;
    }

    boolean complete() {
        return Files.exists(file());
    }

    void write() {
        try {
            Files.writeString(file(), "1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discardHalfMade(Path database) throws IOException {
        if (complete() || !Files.exists(database)) {
            return;
        }
        try (Stream<Path> files = Files.walk(database)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path file() {
        return directory.resolve("complete");
    }
}
