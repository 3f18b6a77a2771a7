package fr.educentre.assidu.sources.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Edusign's REST interface and webhooks on the loopback address: courses, students, pages of 40. */
public final class FakeEdusignServer implements AutoCloseable {

    /** What goes wrong with the next call. */
    public sealed interface Fault {
        /** 429. */
        record Busy(int retryAfterSeconds) implements Fault {}

        /** 500. */
        record Broken() implements Fault {}

        /** The connection is cut in the middle of the answer. */
        record Cut() implements Fault {}

        /** {@code {"status":"error"}}. */
        record Error(String message) implements Fault {}
    }

    public static final String KEY = "edusign-key";
    private static final int PAGE = 40;
    private static final String V1 = "/v1";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, Map<String, Object>> courses = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, Object>> students = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public FakeEdusignServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + V1;
    }

    /** @param course with its {@code ID}, {@code START}, {@code LOCKED} and {@code STUDENTS} */
    public void course(Map<String, Object> course) {
        courses.put(String.valueOf(course.get("ID")), course);
    }

    public void student(String id, String firstName, String lastName, @Nullable String email, @Nullable String apiId) {
        Map<String, Object> student = new LinkedHashMap<>();
        student.put("ID", id);
        student.put("FIRSTNAME", firstName);
        student.put("LASTNAME", lastName);
        student.put("EMAIL", email);
        student.put("API_ID", apiId);
        students.put(id, student);
    }

    /** The next calls fail so, in this order. */
    public void fail(Fault... next) {
        synchronized (faults) {
            faults.addAll(List.of(next));
        }
    }

    /** Path and query of each call, as received. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Sends a webhook as Edusign does: once, signed over the raw body. @return the status answered */
    public int send(URI hook, String secret, String type, Object body) {
        byte[] bytes = body instanceof byte[] raw ? raw : json.writeValueAsBytes(body);
        return send(hook, sign(secret, bytes), type, bytes);
    }

    /** As {@link #send(URI, String, String, Object)}, with any signature. */
    public int send(URI hook, @Nullable String signature, String type, byte[] body) {
        var request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("x-edusign-webhook-type", type)
                .header("x-edusign-school-id", "school-1");
        if (signature != null) {
            request.header("x-edusign-hmac", signature);
        }
        try {
            return http.send(
                            request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            calls.add(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
            Fault fault;
            synchronized (faults) {
                fault = faults.poll();
            }
            if (fault != null) {
                fail(exchange, fault);
            } else if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("status", "error", "message", "Unauthorized"));
            } else {
                call(exchange, uri);
            }
        }
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Busy busy -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(busy.retryAfterSeconds()));
                send(exchange, 429, Map.of("status", "error", "message", "Too many requests"));
            }
            case Fault.Broken() -> send(exchange, 500, Map.of("status", "error"));
            case Fault.Cut() -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"status\"".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case Fault.Error error -> send(exchange, 200, Map.of("status", "error", "message", error.message()));
        }
    }

    private void call(HttpExchange exchange, URI uri) throws IOException {
        String path = uri.getPath();
        if (path.equals(V1 + "/course")) {
            send(exchange, 200, Map.of("status", "success", "result", page(query(uri))));
        } else if (path.startsWith(V1 + "/course/")) {
            found(exchange, courses.get(path.substring((V1 + "/course/").length())));
        } else if (path.startsWith(V1 + "/student/")) {
            found(exchange, students.get(path.substring((V1 + "/student/").length())));
        } else {
            send(exchange, 404, Map.of("status", "error", "message", "Not found"));
        }
    }

    private List<Map<String, Object>> page(Map<String, String> query) {
        String from = query.getOrDefault("start", "");
        String to = query.getOrDefault("end", "9");
        boolean lockedOnly = "locked".equals(query.get("filters"));
        return courses.values().stream()
                .filter(course -> !lockedOnly || Boolean.TRUE.equals(course.get("LOCKED")))
                .filter(course -> String.valueOf(course.get("START")).compareTo(from) >= 0
                        && String.valueOf(course.get("START")).compareTo(to) <= 0)
                .skip((long) PAGE * Integer.parseInt(query.getOrDefault("page", "0")))
                .limit(PAGE)
                .toList();
    }

    private void found(HttpExchange exchange, @Nullable Map<String, Object> one) throws IOException {
        if (one == null) {
            send(exchange, 404, Map.of("status", "error", "message", "Not found"));
        } else {
            send(exchange, 200, Map.of("status", "success", "result", one));
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, Math.max(equals, 0)),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
