package fr.educentre.assidu.sources.xapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The programs that may send and read statements. */
@Component
@EnableConfigurationProperties(XapiProperties.class)
public class XapiClients {

    private final XapiProperties properties;

    XapiClients(XapiProperties properties) {
        this.properties = properties;
    }

    /** The client's name. Takes as long whoever asks, and however much of the password is right. */
    public Optional<String> authenticate(String username, String password) {
        Optional<String> found = Optional.empty();
        for (var entry : properties.clients().entrySet()) {
            String name = entry.getValue().username();
            String secret = entry.getValue().password();
            boolean usable = name != null && !name.isBlank() && secret != null && !secret.isBlank();
            boolean right = same(username, String.valueOf(name)) & same(password, String.valueOf(secret));
            if (usable && right) {
                found = Optional.of(entry.getKey());
            }
        }
        return found;
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(digest(given), digest(expected));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
