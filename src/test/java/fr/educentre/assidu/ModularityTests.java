package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModularityTests {

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
    void the_documentation_of_the_modules_is_written() {
        new Documenter(PRODUCTION, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeModuleCanvases();
    }
}
