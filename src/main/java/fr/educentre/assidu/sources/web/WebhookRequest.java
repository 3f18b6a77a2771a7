package fr.educentre.assidu.sources.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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

    /**
     * @param kept names of the headers to store with the bytes; never one that holds credentials
     * @throws fr.educentre.assidu.shell.Refusal TOO_LARGE
     */
    static WebhookRequest of(HttpServletRequest request, String... kept) throws IOException {
        return new WebhookRequest(
                RequestParts.body(request, MOST_BYTES, "refusal.tooLarge"),
                RequestParts.headers(request, List.of(kept)),
                request.getContentType(),
                request.getQueryString());
    }

    /** The same with one more header. */
    WebhookRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new WebhookRequest(body, more, mediaType, query);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
