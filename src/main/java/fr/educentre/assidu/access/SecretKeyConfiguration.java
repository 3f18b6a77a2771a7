package fr.educentre.assidu.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The key that documents and the secrets of connectors are encrypted with; the demonstration makes its own, beside its data. */
@Configuration(proxyBeanMethods = false)
class SecretKeyConfiguration {

    @Bean
    SecretCipher secretBox(Environment environment) throws IOException {
        String key = environment.getProperty("assidu.secrets.key", "");
        if (key.isBlank() && environment.acceptsProfiles(Profiles.of("demo"))) {
            key = ofDemonstration(Path.of(environment.getProperty("assidu.demo.directory", "./data")));
        }
        return new SecretCipher(key);
    }

    private static String ofDemonstration(Path directory) throws IOException {
        Path file = directory.resolve("secrets.key");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Files.createDirectories(directory);
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
        }
        return Files.readString(file);
    }
}
