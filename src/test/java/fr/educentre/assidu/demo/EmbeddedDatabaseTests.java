package fr.educentre.assidu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class EmbeddedDatabaseTests {

    @Test
    void a_folder_in_use_is_told_in_a_line_with_what_to_do(@TempDir Path folder) throws Exception {
        try (var channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            var failure = new IllegalStateException(
                    "somewhere inside", catchThrowable(() -> new EmbeddedDatabase(folder).close()));
            var told = SpringFactoriesLoader.forDefaultResourceLocation()
                    .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, other) -> {}))
                    .stream()
                    .filter(FolderInUseAnalyzer.class::isInstance)
                    .map(analyzer -> analyzer.analyze(failure))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().getDescription()).contains(folder.toString());
            assertThat(told.getFirst().getAction()).contains("--assidu.demo.directory");
        }
    }
}
