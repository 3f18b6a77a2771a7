package fr.educentre.assidu.shell.web;

import java.util.Map;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpHeaders;

/** What every answer says of itself to a browser, whoever gives it: a screen, a call, a refusal of the server. */
public final class PageHeaders {

    /**
     * What a page may load: nothing from elsewhere. Vaadin's client writes styles and scripts into its page and evaluates
     * what the server sends, which the last two words of scripts allow.
     */
    public static final String MAY_LOAD = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private static final Map<String, String> OF_ALL = Map.of(
            "Content-Security-Policy", MAY_LOAD, "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin");

    private PageHeaders() {}

    /** Those that the answer does not have; who answers later may still say otherwise. */
    static void on(Response response) {
        OF_ALL.forEach((name, value) -> {
            if (response.getHeader(name) == null) {
                response.setHeader(name, value);
            }
        });
        if (response.getStatus() >= 400 && response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
