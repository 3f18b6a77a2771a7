package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.shell.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A delivery as it came over HTTP: its bytes untouched. */
@SuppressWarnings("ArrayRecordComponent")
record WebhookRequest(
        byte[] body,
        Map<String, String> headers,
        @Nullable String mediaType,
        @Nullable String query) {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int LONGEST_HEADER = 500;

    /**
     * @param kept names of the headers worth keeping with the bytes; never one that holds credentials
     * @throws Refusal TOO_LARGE
     */
    static WebhookRequest of(HttpServletRequest request, String... kept) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.tooLarge");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : kept) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value.length() > LONGEST_HEADER ? value.substring(0, LONGEST_HEADER) : value);
            }
        }
        return new WebhookRequest(body, headers, request.getContentType(), request.getQueryString());
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
