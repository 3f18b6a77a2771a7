package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTests {

    private static final String MAIN = "src/main";
    private static final String DEMO = "src/demo";
    private static final Pattern KEY_IN_CODE = Pattern.compile("texts\\.get\\(\\s*\"([a-zA-Z0-9_.]+)\"");

    static List<String> modules() throws IOException {
        return Stream.concat(modules(MAIN).stream(), modules(DEMO).stream()).toList();
    }

    private static List<String> modules(String root) throws IOException {
        try (var files = Files.list(Path.of(root, "resources/i18n"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith("_fr.properties"))
                    .map(name -> name.replace("_fr.properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void french_and_english_have_the_same_keys(String module) throws IOException {
        assertThat(bundle(module, "en").stringPropertyNames())
                .isEqualTo(bundle(module, "fr").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_text_is_a_readable_pattern(String module) throws IOException {
        for (String language : List.of("fr", "en")) {
            bundle(module, language).forEach((key, text) -> {
                assertThat(text.toString()).as(key.toString()).isNotBlank();
                String shown = new MessageFormat(text.toString()).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
                assertThat(shown.replaceAll("[^'’]", ""))
                        .as("%s loses an apostrophe: double it", key)
                        .hasSize(text.toString()
                                .replace("''", "'")
                                .replaceAll("[^'’]", "")
                                .length());
            });
        }
    }

    @Test
    void every_key_named_in_the_code_exists() throws IOException {
        var known = new Properties();
        for (String module : modules(MAIN)) {
            known.putAll(bundle(module, "fr"));
        }
        named(MAIN, known);
        for (String module : modules(DEMO)) {
            known.putAll(bundle(module, "fr"));
        }
        named(DEMO, known);
    }

    private static void named(String root, Properties known) throws IOException {
        try (var sources = Files.walk(Path.of(root, "java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var matcher = KEY_IN_CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    if (!matcher.group(1).endsWith(".")) {
                        assertThat(known)
                                .as("%s in %s", matcher.group(1), source)
                                .containsKey(matcher.group(1));
                    }
                }
            }
        }
    }

    private static Properties bundle(String module, String language) throws IOException {
        var bundle = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of(module + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
