package fr.educentre.assidu.sources.core;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** From the request to the last byte of the answer. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Duration whole;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Autowired
    RemoteClient(Clock clock) {
        this(clock, WHOLE);
    }

    RemoteClient(Clock clock, Duration whole) {
        this.clock = clock;
        this.whole = whole;
    }

    /** A request with the usual bounds, to be completed. */
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER);
    }

    public <T> RemoteResult<T> send(HttpRequest request, RemoteProtocol<T> protocol) {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, answer -> new BoundedBody(MOST_BYTES));
        try {
            return read(call.get(whole.toMillis(), TimeUnit.MILLISECONDS), protocol);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            return unreachable(message == null ? cause.getClass().getSimpleName() : message);
        } catch (TimeoutException e) {
            call.cancel(true);
            return unreachable("more than " + whole.toSeconds() + " s");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return unreachable("interrupted");
        }
    }

    private <T> RemoteResult<T> read(HttpResponse<byte[]> response, RemoteProtocol<T> protocol) {
        int status = response.statusCode();
        byte[] body = response.body();
        if (body.length > MOST_BYTES) {
            return unreachable("more than " + MOST_BYTES + " bytes");
        }
        if (status / 100 == 2) {
            return protocol.success(body);
        }
        if (status == 429 || status == 503) {
            return RemoteResult.failure(new RemoteFailure.Throttled(
                    response.headers().firstValue("Retry-After").map(this::wait).orElse(USUAL_WAIT)));
        }
        if (status / 100 == 5) {
            return unreachable("HTTP " + status);
        }
        return protocol.refusal(status, new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8));
    }

    private static <T> RemoteResult<T> unreachable(String why) {
        return RemoteResult.failure(new RemoteFailure.Unreachable(why));
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
