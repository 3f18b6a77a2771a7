package fr.educentre.assidu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.journal.Journal.Head;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTests {

    private static final Instant AT = Instant.parse("2027-03-01T01:30:00Z");
    private static final Head FIRST = new Head(12, "0a".repeat(32));
    private static final Head SECOND = new Head(40, "1b".repeat(32));

    @TempDir
    Path folder;

    @Test
    void heads_are_added_and_read_again() throws Exception {
        Path path = folder.resolve("heads");
        var file = new HeadFile(path.toString());
        assertThat(file.heads()).isEmpty();
        file.add(AT, FIRST);
        file.add(AT.plusSeconds(86_400), SECOND);
        assertThat(file.heads()).containsExactly(FIRST, SECOND);
        assertThat(Files.readAllLines(path)).first().isEqualTo("2027-03-01T01:30:00Z 12 " + FIRST.hash());
    }

    @Test
    void a_line_that_was_cut_is_no_head() throws Exception {
        Path path = folder.resolve("heads");
        var file = new HeadFile(path.toString());
        file.add(AT, FIRST);
        Files.writeString(path, "2027-03-02T01:30:00Z 40 1b1b", StandardOpenOption.APPEND);
        assertThat(file.heads()).containsExactly(FIRST);
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        Path path = folder.resolve("nowhere/heads");
        assertThatThrownBy(() -> new HeadFile(path.toString()).add(AT, FIRST))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    void without_a_file_nothing_is_written_nor_read() {
        var none = new HeadFile("");
        none.add(AT, FIRST);
        assertThat(none.heads()).isEmpty();
    }
}
