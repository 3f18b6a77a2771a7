package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Parts of a request, read within bounds and without asking for its parameters, which would read its body too. */
final class RequestParts {

    private static final int LONGEST_HEADER = 500;

    private RequestParts() {}

    /** @throws Refusal TOO_LARGE, with that text, for a body of more bytes */
    static byte[] body(HttpServletRequest request, int most, String tooLarge) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, tooLarge);
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, tooLarge);
        }
        return body;
    }

    /** @param names of those worth storing with the bytes; never one that holds credentials */
    static Map<String, String> headers(HttpServletRequest request, Iterable<String> names) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value);
            }
        }
        return headers;
    }

    /** What the Authorization header holds under a scheme. */
    static Optional<String> credentials(HttpServletRequest request, String scheme) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        int length = scheme.length() + 1;
        return header != null && header.regionMatches(true, 0, scheme + " ", 0, length)
                ? Optional.of(header.substring(length).strip())
                : Optional.empty();
    }

    /** The first value of each name; one whose escapes are none is left out. */
    static Map<String, String> query(@Nullable String text) {
        Map<String, String> found = new TreeMap<>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                try {
                    found.putIfAbsent(
                            part.substring(0, equals),
                            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    // as if it were not there
                }
            }
        }
        return found;
    }
}
