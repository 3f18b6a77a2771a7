package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsoleTextTests {

    /** What a process of its own prints. */
    static final class Probe {

        public static void main(String[] args) {
            ConsoleText.inUtf8();
            System.out.println("Assidu démarre");
            System.err.println("Assidu ne démarre pas");
        }
    }

    @Test
    void french_is_printed_as_it_is_where_the_machine_has_no_language() throws IOException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=US-ASCII",
                "-Dstderr.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName());
        java.environment().put("LC_ALL", "C");
        java.redirectErrorStream(true);
        String printed = new String(java.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed).contains("Assidu démarre").contains("Assidu ne démarre pas");
    }
}
