package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the design looks like is written in one place; screens name its classes, and the design names those that there are. */
class DesignTests {

    private static final Path SHEET = Path.of("src/main/resources/META-INF/resources/assidu.css");
    private static final Path DESIGN = Path.of("src/docs/architecture/design-system.md");
    private static final Pattern TOKEN =
            Pattern.compile("--(lumo|aura)-|--vaadin-(gap|padding|radius|text-color|background)");
    private static final Pattern PART = Pattern.compile("`\\.(assidu-[a-z-]+[a-z])`");

    @Test
    void no_screen_names_a_token_of_the_theme() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> naming = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> TOKEN.matcher(read(file)).find())
                    .toList();
            assertThat(naming).isEmpty();
        }
    }

    @Test
    void every_class_that_the_design_names_is_in_the_style_sheet() {
        String sheet = read(SHEET);
        var named = new TreeSet<String>();
        Matcher part = PART.matcher(read(DESIGN));
        while (part.find()) {
            named.add(part.group(1));
        }
        assertThat(named)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(sheet).containsPattern("\\." + Pattern.quote(name) + "[^a-z-]"));
    }

    @Test
    void every_tone_is_defined_for_light_and_for_dark() {
        String sheet = read(SHEET);
        String dark = sheet.substring(sheet.indexOf("html[theme='dark']"));
        for (String tone : List.of("good", "notice", "bad", "waiting")) {
            assertThat(sheet.split("--assidu-" + tone + ":", -1)).as(tone).hasSize(3);
            assertThat(dark).as(tone).contains("--assidu-" + tone + ":");
        }
    }

    @Test
    void figures_stand_in_line_everywhere() {
        assertThat(read(SHEET)).containsPattern("html \\{[^}]*font-variant-numeric: tabular-nums");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
