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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTests {

    private static final String MAIN = "src/main";
    private static final String DEMO = "src/demo";
    /** Text in the language of rules, as it is typed. */
    private static final Set<String> TYPED = Set.of("rules.template");

    private static final Pattern PROCESS = Pattern.compile("<(?:bpmn:)?process\\s+id=\"([^\"]+)\"");
    private static final Pattern STEP =
            Pattern.compile("<(?:bpmn:)?\\w*(?:Task|Event|Gateway|subProcess)\\s+id=\"([^\"]+)\"");
    private static final Pattern PLAIN_SPACE =
            Pattern.compile(" [;:!?»%]|« |[\\d}] (?:h|min|s|Mo|Ko|j|€)(?![\\p{L}’])|\\u202f");
    /** An ending for more than one, or for a woman. */
    private static final Pattern ENDING_IN_BRACKETS =
            Pattern.compile("\\p{L}\\((?:s|x|e|es|ne|le|lle|ère|rice|trice|se|ve)\\)|\\p{L}·(?:e|ne|s)\\b");

    private static final Pattern WORK = Pattern.compile("DurableJobType\\s*\\.(?:<[^>]*>)?of\\(\\s*\"([a-z.]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern FRENCH_WORDS = Pattern.compile(
            "[àâçéèêëîïôœùûÀÂÇÉÈÊÔ«»]|\\b(?:le|la|les|des|du|une|un|est|pour|avec|dans|sur|aucune?|et|ou|votre)\\b",
            Pattern.CASE_INSENSITIVE);
    /** The name of a language in that language, and a first name. */
    private static final Set<String> SAID_IN_FRENCH = Set.of("Français", "Léa, 3 absences in 12 days");

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

    @ParameterizedTest
    @MethodSource("modules")
    void french_is_typeset(String module) throws IOException {
        bundle(module, "fr").forEach((key, text) -> {
            if (!TYPED.contains(key.toString())) {
                typeset(key.toString(), text.toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_french_mail_is_typeset(Path mail) throws IOException {
        String text = Files.readString(mail);
        // what stands in ${...} and th:if is no text
        String said = text.substring(text.indexOf("\nsubject: ") + "\nsubject: ".length())
                .replaceAll("\\[# th:if=\"[^\"]*\"\\]", "")
                .replaceAll("\\$\\{[^}]*}", "x");
        typeset(mail.getFileName().toString(), said);
        assertThat(said).doesNotContainPattern(ENDING_IN_BRACKETS);
    }

    @Test
    void all_work_in_the_background_is_called_something() throws IOException {
        var known = bundle(MAIN + "/resources/i18n/workflow", "fr").stringPropertyNames();
        var kinds = new TreeSet<String>();
        try (var sources = Files.walk(Path.of(MAIN, "java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                WORK.matcher(Files.readString(source)).results().forEach(found -> kinds.add(found.group(1)));
            }
        }
        assertThat(kinds)
                .contains("attendance.decide", "workflow.nightly")
                .allSatisfy(kind -> assertThat(known).contains("workflow.work." + kind));
    }

    static List<Path> mails() throws IOException {
        try (var files = Files.list(Path.of(MAIN, "resources/mail"))) {
            return files.filter(file -> file.toString().endsWith("_fr.txt"))
                    .sorted()
                    .toList();
        }
    }

    private static void typeset(String where, String text) {
        assertThat(text).as(where).doesNotContain("'").doesNotContainPattern(PLAIN_SPACE);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_ending_stands_in_brackets(String module) throws IOException {
        for (String language : List.of("fr", "en")) {
            bundle(module, language)
                    .forEach((key, text) ->
                            assertThat(text.toString()).as(key.toString()).doesNotContainPattern(ENDING_IN_BRACKETS));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_say_the_same_values(String module) throws IOException {
        Properties english = bundle(module, "en");
        bundle(module, "fr")
                .forEach((key, text) -> assertThat(arguments(text.toString()))
                        .as(key.toString())
                        .isEqualTo(arguments(english.getProperty(key.toString()))));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void english_is_english(String module) throws IOException {
        bundle(module, "en").forEach((key, text) -> {
            if (!SAID_IN_FRENCH.contains(text.toString())) {
                // what stands between quotation marks is quoted, a word of the language of rules for instance
                String said = text.toString().replaceAll("\"[^\"]*\"", "");
                assertThat(said).as(key.toString()).doesNotContainPattern(FRENCH_WORDS);
            }
        });
    }

    @Test
    void every_process_and_each_of_its_steps_has_a_name_in_both_languages() throws IOException {
        var known = bundle(MAIN + "/resources/i18n/workflow", "en").stringPropertyNames();
        for (Path diagram : diagrams()) {
            String drawn = Files.readString(diagram);
            var process = PROCESS.matcher(drawn);
            assertThat(process.find()).as(diagram.toString()).isTrue();
            assertThat(known).contains("workflow.process." + process.group(1));
            STEP.matcher(drawn)
                    .results()
                    .forEach(step ->
                            assertThat(known).contains("workflow.step." + process.group(1) + "." + step.group(1)));
        }
    }

    private static List<Path> diagrams() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
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
