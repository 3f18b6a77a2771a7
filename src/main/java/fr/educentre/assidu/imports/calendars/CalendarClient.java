package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.shell.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads a calendar at its address: only a public one, so much at most, within so long, and only if it changed. */
@Component
class CalendarClient implements DisposableBean {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int REDIRECTS = 3;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final CloseableHttpClient http;

    CalendarClient(@Value("${assidu.calendars.private-addresses:false}") boolean privateAllowed) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddressResolver(privateAllowed))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(10))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(5))
                        .setResponseTimeout(Timeout.ofSeconds(10))
                        .setMaxRedirects(REDIRECTS)
                        .build())
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("Assidu")
                .build();
    }

    /** What the server said of the version it gave, to be asked for what is newer. */
    record Version(@Nullable String etag, @Nullable String lastModified) {

        static final Version NONE = new Version(null, null);
    }

    /** @param content null: nothing newer */
    record Fetched(byte @Nullable [] content, Version version) {}

    /** The address as it is fetched; {@code webcal:} is what calendars call HTTPS. */
    static URI address(String text) {
        String url = text.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("webcal://")) {
            url = "https://" + url.substring(9);
        } else if (lower.startsWith("webcals://")) {
            url = "https://" + url.substring(10);
        }
        try {
            var address = new URI(url);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (url.length() <= LONGEST_ADDRESS
                    && (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Refusal.invalid("refusal.calendar.address");
    }

    Fetched fetch(URI address, Version known) {
        var request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, "text/calendar, text/plain;q=0.5, */*;q=0.1");
        if (known.etag() != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        }
        try {
            return http.execute(request, response -> read(response, known));
        } catch (PublicAddressResolver.PrivateAddress e) {
            throw Refusal.invalid("refusal.calendar.private", address.getHost());
        } catch (IOException e) {
            throw Refusal.invalid("refusal.calendar.unreachable", address.getHost());
        }
    }

    private static Fetched read(ClassicHttpResponse response, Version known) throws IOException {
        int status = response.getCode();
        if (status == NOT_MODIFIED) {
            return new Fetched(null, known);
        }
        if (NOT_ALLOWED.contains(status)) {
            throw Refusal.invalid("refusal.calendar.forbidden", status);
        }
        if (GONE.contains(status)) {
            throw Refusal.invalid("refusal.calendar.gone", status);
        }
        HttpEntity entity = response.getEntity();
        if (status != 200 || entity == null) {
            throw Refusal.invalid("refusal.calendar.status", status);
        }
        try (InputStream body = entity.getContent()) {
            return new Fetched(
                    bytes(body),
                    new Version(value(response, HttpHeaders.ETAG), value(response, HttpHeaders.LAST_MODIFIED)));
        }
    }

    private static byte[] bytes(InputStream body) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        var whole = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            whole.write(buffer, 0, read);
            if (whole.size() > IcsParser.MAX_BYTES) {
                throw new Refusal(Refusal.Kind.TOO_LARGE, "refusal.calendar.tooLarge");
            }
            if (System.nanoTime() > deadline) {
                throw Refusal.invalid("refusal.calendar.slow", LONGEST.toSeconds());
            }
        }
        return whole.toByteArray();
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue().length() > 200 ? null : header.getValue();
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
