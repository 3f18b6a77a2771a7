package fr.educentre.assidu.rules.engine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** Compiles DRL aside; what serves is exchanged only when the new one is whole. */
final class DrlCompiler {

    private DrlCompiler() {}

    /** @throws IllegalStateException when the engine does not accept it */
    static KieBase compile(String packageName, String drl) {
        var services = KieServices.get();
        var release = services.newReleaseId(
                "fr.educentre.assidu", "rules", UUID.randomUUID().toString());
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                "src/main/resources/" + packageName.replace('.', '/') + "/rules.drl",
                services.getResources().newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8"));
        var builder = services.newKieBuilder(files, DrlCompiler.class.getClassLoader());
        builder.buildAll(DrlProject.class);
        try {
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(
                        "Rules do not compile: " + builder.getResults().getMessages(Message.Level.ERROR));
            }
            return services.newKieContainer(release, DrlCompiler.class.getClassLoader())
                    .getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }
}
