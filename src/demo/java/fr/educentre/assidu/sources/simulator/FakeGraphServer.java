package fr.educentre.assidu.sources.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Microsoft Entra and Microsoft Graph on the loopback address: tokens, online meetings, reports, subscriptions. */
public final class FakeGraphServer implements AutoCloseable {

    public static final String TENANT = "909c6581-5130-43e9-88f3-fcb3582cde37";
    public static final String CLIENT = "2f1e7a52-9e0d-4a52-8f9a-6f1a0e0e7c11";
    public static final String SECRET = "secret-of-the-simulated-tenant";

    /** What goes wrong with the next call. */
    public sealed interface Fault {
        /** 429. */
        record Busy(int retryAfterSeconds) implements Fault {}

        /** 500. */
        record Broken() implements Fault {}

        /** The connection is cut in the middle of the answer. */
        record Cut() implements Fault {}

        /** The token is no longer taken. */
        record Revoked() implements Fault {}

        /** The call is done, and answers late. */
        record Late(int millis) implements Fault {}

        /** A refusal in Graph's words. */
        record Refusal(int status, String code, String message) implements Fault {}

        static Refusal noPolicy() {
            return new Refusal(403, "Forbidden", "No application access policy found for this app.");
        }

        static Refusal noPermission(String wanted) {
            return new Refusal(
                    403,
                    "Forbidden",
                    "Missing role permissions on the request. API requires one of '" + wanted
                            + "'. Roles on the request ''.");
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final GraphReports reports;
    private final GraphSubscriptions subscriptions;
    private volatile List<String> roles = List.of("OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All");

    public FakeGraphServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        reports = new GraphReports(json, url());
        subscriptions = new GraphSubscriptions(json);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + "/" + TENANT + "/oauth2/v2.0/token";
    }

    /** Known from now on, in place of one of the same identifier. */
    public void held(GraphMeeting meeting) {
        reports.add(meeting);
    }

    /** The next calls of Graph fail so, in this order. */
    public void fail(Fault... next) {
        synchronized (faults) {
            faults.addAll(List.of(next));
        }
    }

    /** Records on a page. */
    public void pages(int records) {
        reports.pages(records);
    }

    public void roles(String... granted) {
        roles = List.of(granted);
    }

    /** Method and path of each call of Graph, as received. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public int tokensGiven() {
        return tokens.get();
    }

    public GraphSubscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (uri.getPath().endsWith("/oauth2/v2.0/token")) {
                send(exchange, token(uri, form(new String(body, StandardCharsets.UTF_8))));
                return;
            }
            calls.add(exchange.getRequestMethod() + " " + uri);
            Fault fault;
            synchronized (faults) {
                fault = faults.poll();
            }
            if (fault instanceof Fault.Late late) {
                pause(late.millis());
            } else if (fault != null) {
                fail(exchange, fault);
                return;
            }
            String bearer = exchange.getRequestHeaders().getFirst("Authorization");
            send(
                    exchange,
                    ("Bearer " + jwt(tokens.get())).equals(bearer)
                            ? call(exchange.getRequestMethod(), uri, body)
                            : GraphReply.refused(401, "InvalidAuthenticationToken", "Access token has expired."));
        }
    }

    private GraphReply call(String method, URI uri, byte[] body) {
        String path = uri.getPath().replaceFirst("^/(v1\\.0|beta)", "");
        if (path.equals("/subscriptions") || path.startsWith("/subscriptions/")) {
            return subscriptions.call(method, path, body);
        }
        return "GET".equals(method) ? reports.call(uri) : GraphReply.refused(405, "MethodNotAllowed", method);
    }

    private GraphReply token(URI uri, Map<String, String> form) {
        if (!uri.getPath().equals("/" + TENANT + "/oauth2/v2.0/token")) {
            return entra(
                    400,
                    "invalid_request",
                    "AADSTS90002: Tenant '" + uri.getPath().split("/")[1] + "' not found.");
        }
        if (!CLIENT.equals(form.get("client_id"))) {
            return entra(
                    400,
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '" + form.get("client_id")
                            + "' was not found in the directory.");
        }
        if (!SECRET.equals(form.get("client_secret"))) {
            return entra(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        if (!"client_credentials".equals(form.get("grant_type"))
                || !"https://graph.microsoft.com/.default".equals(form.get("scope"))) {
            return entra(400, "invalid_scope", "AADSTS1002012: The provided value for scope is not valid.");
        }
        return new GraphReply(
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3599,
                        "ext_expires_in",
                        3599,
                        "access_token",
                        jwt(tokens.incrementAndGet())));
    }

    private String jwt(int number) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(
                        json.writeValueAsBytes(new java.util.TreeMap<>(Map.of("roles", roles, "uti", "t" + number))))
                + ".c2ln";
    }

    private static GraphReply entra(int status, String error, String description) {
        return new GraphReply(status, Map.of("error", error, "error_description", description));
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Busy busy -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(busy.retryAfterSeconds()));
                send(exchange, GraphReply.refused(429, "TooManyRequests", "Too many requests."));
            }
            case Fault.Broken() -> send(exchange, GraphReply.refused(500, "InternalServerError", "General exception"));
            case Fault.Cut() -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case Fault.Revoked() -> {
                tokens.incrementAndGet();
                send(exchange, GraphReply.refused(401, "InvalidAuthenticationToken", "Access token is revoked."));
            }
            case Fault.Refusal refusal ->
                send(exchange, GraphReply.refused(refusal.status(), refusal.code(), refusal.message()));
            case Fault.Late late -> pause(late.millis());
        }
    }

    private void send(HttpExchange exchange, GraphReply reply) throws IOException {
        byte[] bytes = reply.body() == null ? new byte[0] : json.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json;odata.metadata=minimal");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, String> form(String text) {
        Map<String, String> found = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
