package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.SecretCipher;
import fr.educentre.assidu.access.SecretCipher.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tokens of a message's signed links and its sealed passages, sealed for that message until it has left. */
@Component
class SealedLinks {

    private static final String SEPARATOR = "\n";

    /** Stands for a new line within a passage. */
    private static final String NEW_LINE = "\uE002";

    private final SecretCipher cipher;

    SealedLinks(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /** Empty where there are none. */
    Optional<Sealed> seal(UUID message, List<String> tokens) {
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(cipher.seal(joined(tokens).getBytes(StandardCharsets.UTF_8), label(message)));
    }

    List<String> open(UUID message, Sealed sealed) {
        return Stream.of(new String(cipher.open(sealed, label(message)), StandardCharsets.UTF_8).split(SEPARATOR))
                .map(token -> token.replace(NEW_LINE, SEPARATOR))
                .toList();
    }

    private static String joined(List<String> tokens) {
        return tokens.stream().map(token -> token.replace(SEPARATOR, NEW_LINE)).collect(Collectors.joining(SEPARATOR));
    }

    static String label(UUID message) {
        return "message " + message;
    }
}
