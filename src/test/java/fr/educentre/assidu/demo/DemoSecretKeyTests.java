package fr.educentre.assidu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoSecretKeyTests {

    @TempDir
    private Path folder;

    @Test
    void a_key_is_made_once_and_stays_beside_the_data() {
        String first = key(environment("demo"));
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(key(environment("demo"))).isEqualTo(first);
    }

    @Test
    void a_key_that_is_given_is_taken() {
        assertThat(key(environment("demo").withProperty("assidu.secrets.key", "given")))
                .isEqualTo("given");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void elsewhere_than_in_the_demonstration_none_is_made() {
        assertThat(key(environment("production"))).isNull();
        assertThat(Files.exists(folder.resolve("secrets.key"))).isFalse();
    }

    private MockEnvironment environment(String profile) {
        var environment = new MockEnvironment().withProperty("assidu.demo.directory", folder.toString());
        environment.setActiveProfiles(profile);
        return environment;
    }

    private static String key(MockEnvironment environment) {
        new DemoSecretKey().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("assidu.secrets.key");
    }
}
