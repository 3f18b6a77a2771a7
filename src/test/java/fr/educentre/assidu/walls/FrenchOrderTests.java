package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No statement orders people in the order of the database's own locale, whatever that is. */
class FrenchOrderTests {

    private static final Pattern ORDER =
            Pattern.compile("order by[^\"\\n]*?\\b(last_name|first_name|person_name)\\b(?! collate french)");

    private static final Pattern CASE = Pattern.compile("order by[^\"\\n]*lower\\(");

    @Test
    void every_statement_that_orders_people_does_so_in_french() throws IOException {
        List<String> otherwise = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (Pattern wrong : List.of(ORDER, CASE)) {
                    wrong.matcher(source).results().forEach(found -> otherwise.add(file + ": " + found.group()));
                }
            }
        }
        assertThat(otherwise).isEmpty();
    }
}
