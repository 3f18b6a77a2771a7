package fr.educentre.assidu.sources.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;

/** HTTP with bounds: on time, on size, and no redirect that could carry credentials elsewhere. */
@Component
public class RemoteClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int SHOWN = 2000;

    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemoteClient(Clock clock) {
        this.clock = clock;
    }

    /** A request with the usual bounds, to be completed. */
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER);
    }

    public RemoteResponse send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream stream = response.body()) {
                body = stream.readNBytes(MOST_BYTES + 1);
            }
            return answer(response, body);
        } catch (IOException e) {
            String message = e.getMessage();
            return new RemoteResponse.Unreachable(message == null ? e.getClass().getSimpleName() : message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RemoteResponse.Unreachable("interrupted");
        }
    }

    private RemoteResponse answer(HttpResponse<InputStream> response, byte[] body) {
        int status = response.statusCode();
        if (body.length > MOST_BYTES) {
            return new RemoteResponse.Unreachable("more than " + MOST_BYTES + " bytes");
        }
        if (status / 100 == 2) {
            return new RemoteResponse.Ok(status, body);
        }
        if (status == 429 || status == 503) {
            return new RemoteResponse.Busy(
                    response.headers().firstValue("Retry-After").map(this::wait).orElse(USUAL_WAIT));
        }
        String shown = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        return status / 100 == 5
                ? new RemoteResponse.Unreachable("HTTP " + status)
                : new RemoteResponse.Refused(status, shown);
    }

    /** Seconds or a date, as RFC 9110 has it. */
    private Duration wait(String header) {
        String text = header.strip();
        Duration wait;
        try {
            wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException e) {
            return USUAL_WAIT;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
