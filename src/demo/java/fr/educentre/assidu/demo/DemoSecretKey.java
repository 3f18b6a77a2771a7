package fr.educentre.assidu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** The demonstration makes an encryption key of its own, beside its data, unless it is given one. */
class DemoSecretKey implements EnvironmentPostProcessor {

    private static final String PROPERTY = "assidu.secrets.key";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("demo"))
                && environment.getProperty(PROPERTY, "").isBlank()) {
            String key = key(Path.of(environment.getRequiredProperty("assidu.demo.directory")));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("assidu-demo-secrets", Map.of(PROPERTY, key)));
        }
    }

    private static String key(Path directory) {
        try {
            Path file = directory.resolve("secrets.key");
            if (!Files.exists(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(directory);
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
