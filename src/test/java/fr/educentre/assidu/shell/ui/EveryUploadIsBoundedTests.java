package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A field for files refuses at the server what is larger than it takes, whichever screen it is on. */
class EveryUploadIsBoundedTests {

    @Test
    void no_screen_takes_a_file_of_any_size() throws IOException {
        List<Path> sources;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources)
                .filteredOn(file -> text(file).contains("UploadHandler."))
                .allMatch(file -> file.endsWith("BoundedUpload.java"));
        assertThat(sources)
                .filteredOn(file -> text(file).contains("LocalizedParts.upload("))
                .isNotEmpty()
                .allMatch(file -> text(file).contains("BoundedUpload.of("));
        assertThat(sources)
                .filteredOn(file -> text(file).contains("component.upload.Upload;")
                        && text(file).contains("new Upload("))
                .allMatch(file -> file.endsWith("LocalizedParts.java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
