package fr.educentre.assidu.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java process that is killed as {@code kill -9} does, and started again. What it says is added to a file. */
class KilledProcess {

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> settings;
    private final Path log;
    private @Nullable Process process;

    KilledProcess(List<String> arguments, Map<String, String> settings, Path log) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(arguments);
        this.settings = settings;
        this.log = log;
    }

    void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(SPRING|ASSIDU|SERVER)_.*"));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Where what it says is added to. */
    Path log() {
        return log;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
