package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tokens of a message's signed links, sealed for that message until it has left. */
@Component
class SealedLinks {

    private static final String SEPARATOR = "\n";

    private final SecretCipher cipher;

    SealedLinks(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /** Empty where there are none. */
    Optional<Sealed> seal(UUID message, List<String> tokens) {
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        cipher.seal(String.join(SEPARATOR, tokens).getBytes(StandardCharsets.UTF_8), label(message)));
    }

    List<String> open(UUID message, Sealed sealed) {
        return List.of(new String(cipher.open(sealed, label(message)), StandardCharsets.UTF_8).split(SEPARATOR));
    }

    private static String label(UUID message) {
        return "message " + message;
    }
}
