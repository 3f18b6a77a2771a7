package fr.educentre.assidu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(AssiduApplication.class);

    @Test
    void each_module_knows_only_those_it_may() {
        modules.verify();
    }

    @Test
    void the_documentation_of_the_modules_is_written() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeModuleCanvases();
    }
}
