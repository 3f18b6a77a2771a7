package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModularityTests {

    private static final Path DOCUMENT = Path.of("src/docs/architecture/README.md");
    private static final Path WRITTEN = Path.of("target/modules");

    /** Every other module may know these six; arrows to them would hide the line that data follow. */
    private static final Set<String> BASE = Set.of("jdbc", "journal", "shell", "access", "privacy", "workflow");

    private static final Pattern CLASS_FILE = Pattern.compile(".*/(fr/educentre/[^$]*)(\\$.*)?\\.class");

    private static final ApplicationModules PRODUCTION = modules("src/main/java");

    /** Wherever classes were compiled to, those of a source root are those with a source there. */
    private static ApplicationModules modules(String... roots) {
        return ApplicationModules.of(AssiduApplication.class, location -> {
            var file = CLASS_FILE.matcher(location.asURI().toString());
            return file.matches()
                    && Arrays.stream(roots).anyMatch(root -> Files.exists(Path.of(root, file.group(1) + ".java")));
        });
    }

    @Test
    void each_module_knows_only_those_it_may() {
        PRODUCTION.verify();
    }

    @Test
    void the_demonstration_keeps_within_the_modules_too() {
        ApplicationModules all = modules("src/main/java", "src/demo/java");
        assertThat(all.getModuleByName("demo")).isPresent();
        all.verify();
    }

    @Test
    void the_map_of_the_modules_is_the_one_that_the_documentation_shows() throws IOException {
        Files.createDirectories(WRITTEN);
        Path map = Files.writeString(WRITTEN.resolve("map.md"), map());
        assertThat(Files.readString(DOCUMENT))
                .as("the map of %s: put the one of %s in its place", DOCUMENT, map)
                .contains(map());
    }

    @Test
    void a_page_of_each_module_is_written() {
        new Documenter(PRODUCTION, Documenter.Options.defaults().withOutputFolder(WRITTEN.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeModuleCanvases();
        assertThat(WRITTEN.resolve("components.puml")).isNotEmptyFile();
    }

    /** An arrow is left out where another way leads to the same module. */
    private String map() {
        var known = new TreeMap<String, Set<String>>();
        PRODUCTION.stream()
                .filter(module -> !BASE.contains(name(module)))
                .forEach(module -> known.put(name(module), known(module)));
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        known.forEach((name, others) -> others.stream()
                .filter(other -> others.stream()
                        .noneMatch(between ->
                                !between.equals(other) && reach(between, known).contains(other)))
                .forEach(other -> text.append("    %s --> %s\n".formatted(name, other))));
        return text.append("```\n").toString();
    }

    private static Set<String> reach(String from, Map<String, Set<String>> known) {
        Set<String> found = new TreeSet<>();
        for (String next : known.getOrDefault(from, Set.of())) {
            found.add(next);
            found.addAll(reach(next, known));
        }
        return found;
    }

    private Set<String> known(ApplicationModule module) {
        return module.getDirectDependencies(PRODUCTION, DependencyType.values()).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .filter(other -> !BASE.contains(other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
