package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.sources.core.Digests;
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
        return Digests.same(Digests.sha256(Digests.bytes(given)), Digests.sha256(Digests.bytes(expected)));
    }
}
