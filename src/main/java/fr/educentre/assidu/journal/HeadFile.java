package fr.educentre.assidu.journal;

import fr.educentre.assidu.journal.Journal.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A text file outside of the database, one head a line: {@code <time> <number> <hash>}. Lines are only added. */
@Component
class HeadFile {

    private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

    private final Optional<Path> file;

    HeadFile(@Value("${assidu.journal.head-file:}") String file) {
        this.file = Optional.of(file).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** Does nothing where no file is set. */
    void add(Instant at, Head head) {
        file.ifPresent(path -> {
            try {
                Files.writeString(
                        path,
                        at + " " + head.seq() + " " + head.hash() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            } catch (IOException e) {
                throw new UncheckedIOException("The head of the journal cannot be added to " + path, e);
            }
        });
    }

    /** Empty where there is no file, or none yet. A line that was cut while it was written is none. */
    List<Head> heads() {
        return file.filter(Files::exists).map(HeadFile::read).orElse(List.of());
    }

    private static List<Head> read(Path path) {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Head(Long.parseLong(line.group(1)), line.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the journal cannot be read from " + path, e);
        }
    }
}
