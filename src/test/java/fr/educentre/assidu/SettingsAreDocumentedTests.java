package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation lists the settings that the code reads, all of them and no other. */
class SettingsAreDocumentedTests {

    private static final Path DOCUMENT = Path.of("src/docs/operations/README.md");
    private static final Path CODE = Path.of("src/main");

    private static final Pattern READ =
            Pattern.compile("\\$\\{(assidu\\.[a-z.-]+)|getProperty\\(\\s*\"(assidu\\.[a-z.-]+)\"");
    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"(assidu\\.[a-z.-]+)\"\\)");
    private static final Pattern IN_DOCUMENT = Pattern.compile("`((?:assidu|spring|server)\\.[a-z.<>é-]+)`");

    @Test
    void each_setting_stands_in_the_documentation_by_its_property_and_its_variable() throws IOException {
        String text = Files.readString(DOCUMENT);
        for (Setting setting : Setting.ALL) {
            if (!setting.several()) {
                assertThat(text).contains("`" + setting.key() + "`", "`" + Setting.variable(setting.key()) + "`");
            }
        }
    }

    @Test
    void each_property_of_the_documentation_is_a_setting() throws IOException {
        Set<String> named = IN_DOCUMENT
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(Setting.ALL)
                        .as(name)
                        .anyMatch(setting -> setting.named(name.replaceAll("<[^>]*>", "x"))));
    }

    @Test
    void each_property_that_the_code_reads_is_a_setting() {
        Set<String> read = read();
        assertThat(read).hasSizeGreaterThan(10);
        assertThat(read)
                .allSatisfy(name -> assertThat(Setting.ALL)
                        .as(name)
                        .anyMatch(
                                setting -> setting.named(name) || setting.key().startsWith(name + ".")));
    }

    @Test
    void each_setting_of_assidu_is_read_by_the_code() {
        Set<String> read = read();
        Setting.ALL.stream()
                .map(Setting::key)
                .filter(key -> key.startsWith("assidu."))
                .forEach(key ->
                        assertThat(read).as(key).anyMatch(name -> key.equals(name) || key.startsWith(name + ".")));
    }

    private static Set<String> read() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java") || file.endsWith("application.yml"))
                    .filter(file -> !file.endsWith("Setting.java"))
                    .map(SettingsAreDocumentedTests::text)
                    .flatMap(text -> Stream.concat(
                            READ.matcher(text)
                                    .results()
                                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1)),
                            PREFIX.matcher(text).results().map(found -> found.group(1))))
                    .map(name -> name.replaceAll("\\.$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
