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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Zoom's OAuth and REST interface on the loopback address: tokens, participants reports, instances, registrants. */
public final class FakeZoomServer implements AutoCloseable {

    /** What goes wrong with the next call. */
    public sealed interface Fault {
        /** 429. */
        record Busy(int retryAfterSeconds) implements Fault {}

        /** 500. */
        record Broken() implements Fault {}

        /** The connection is cut in the middle of the answer. */
        record Cut() implements Fault {}

        /** The report is not there yet. */
        record Lag() implements Fault {}

        /** The token is no longer taken. */
        record Revoked() implements Fault {}

        /** A refusal with Zoom's own code: 4711 no scope, 200 not in the plan. */
        record Refusal(int status, int code, String message) implements Fault {}
    }

    public static final String ACCOUNT = "acc-1";
    public static final String CLIENT = "client-1";
    public static final String SECRET = "secret-1";
    private static final String V2 = "/v2/";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, FakeZoomMeeting> runs = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> registrants = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile int pageSize = 300;
    private volatile String scope = "report:read:list_meeting_participants:admin meeting:write:registrant:admin";

    public FakeZoomServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + "/oauth/token";
    }

    public void held(FakeZoomMeeting run) {
        runs.put(run.uuid(), run);
    }

    /** The next calls of the interface fail so, in this order. */
    public void fail(Fault... next) {
        synchronized (faults) {
            faults.addAll(List.of(next));
        }
    }

    public void pages(int rows) {
        pageSize = rows;
    }

    public void scopes(String granted) {
        scope = granted;
    }

    /** Method and path of each call of the interface, as received. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public int tokensGiven() {
        return tokens.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (uri.getPath().equals("/oauth/token")) {
                token(exchange, new String(body, StandardCharsets.UTF_8));
                return;
            }
            calls.add(exchange.getRequestMethod() + " " + uri.getRawPath());
            Fault fault;
            synchronized (faults) {
                fault = faults.poll();
            }
            String bearer = exchange.getRequestHeaders().getFirst("Authorization");
            if (fault != null) {
                fail(exchange, fault);
            } else if (!("Bearer token-" + tokens.get()).equals(bearer)) {
                refuse(exchange, 401, 124, "Invalid access token.");
            } else {
                call(exchange, uri, body);
            }
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 400, Map.of("reason", "Invalid client_id or client_secret", "error", "invalid_client"));
        } else if (!form.equals("grant_type=account_credentials&account_id=" + ACCOUNT)) {
            send(exchange, 400, Map.of("reason", "Bad Request", "error", "invalid_request"));
        } else {
            send(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "token-" + tokens.incrementAndGet(),
                            "token_type",
                            "bearer",
                            "expires_in",
                            3600,
                            "scope",
                            scope,
                            "api_url",
                            "https://api-eu.zoom.us"));
        }
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Busy busy -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(busy.retryAfterSeconds()));
                refuse(exchange, 429, 429, "You have reached the maximum per-second rate limit for this API.");
            }
            case Fault.Broken() -> refuse(exchange, 500, 500, "Internal error");
            case Fault.Cut() -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"page_count\"".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case Fault.Lag() -> refuse(exchange, 404, 3001, "Meeting ID is invalid or not end.");
            case Fault.Revoked() -> {
                tokens.incrementAndGet();
                refuse(exchange, 401, 124, "Invalid access token.");
            }
            case Fault.Refusal refusal -> refuse(exchange, refusal.status(), refusal.code(), refusal.message());
        }
    }

    private void call(HttpExchange exchange, URI uri, byte[] body) throws IOException {
        String[] path = uri.getRawPath().substring(V2.length()).split("/");
        if (path.length == 4 && path[0].equals("report") && path[3].equals("participants")) {
            FakeZoomMeeting run = runs.get(decoded(path[2]));
            if (run == null) {
                refuse(exchange, 404, 3001, "Meeting does not exist: " + decoded(path[2]) + ".");
            } else {
                send(exchange, 200, report(run, query(uri).getOrDefault("next_page_token", "")));
            }
        } else if (path.length == 3 && path[0].equals("past_meetings") && path[2].equals("instances")) {
            send(
                    exchange,
                    200,
                    Map.of(
                            "meetings",
                            runs.values().stream()
                                    .filter(run -> run.number().equals(path[1]))
                                    .map(run -> Map.of(
                                            "uuid",
                                            run.uuid(),
                                            "start_time",
                                            run.startedAt().toString()))
                                    .toList()));
        } else if (path.length == 3 && path[0].equals("meetings") && path[2].equals("registrants")) {
            send(exchange, 201, registrant(path[1], json.readTree(body)));
        } else {
            refuse(exchange, 404, 404, "Not found");
        }
    }

    private Map<String, Object> report(FakeZoomMeeting run, String token) {
        int from = token.isEmpty() ? 0 : Integer.parseInt(token.replace("page-", ""));
        int to = Math.min(run.stays().size(), from + pageSize);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("page_count", (run.stays().size() + pageSize - 1) / pageSize);
        page.put("page_size", pageSize);
        page.put("total_records", run.stays().size());
        page.put("next_page_token", to < run.stays().size() ? "page-" + to : "");
        page.put(
                "participants",
                run.stays().subList(from, to).stream().map(FakeZoomServer::row).toList());
        return page;
    }

    private static Map<String, @Nullable Object> row(FakeZoomMeeting.Stay stay) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", "");
        row.put("user_id", stay.userId());
        row.put("name", stay.name());
        row.put("user_email", stay.email() == null ? "" : stay.email());
        row.put("join_time", stay.from().toString());
        row.put("leave_time", stay.to().toString());
        row.put("duration", stay.to().getEpochSecond() - stay.from().getEpochSecond());
        row.put("registrant_id", stay.registrantId() == null ? "" : stay.registrantId());
        row.put("customer_key", stay.customerKey());
        row.put("failover", false);
        row.put("status", stay.place().waiting() ? "in_waiting_room" : "in_meeting");
        row.put("bo_mtg_id", stay.place().room());
        return row;
    }

    /** The same address is the same registrant. */
    private Map<String, Object> registrant(String meeting, JsonNode asked) {
        String email = asked.path("email").asString("");
        return registrants.computeIfAbsent(meeting + " " + email, key -> {
            String id = "reg-" + Integer.toHexString(key.hashCode());
            return Map.of(
                    "id",
                    Long.parseLong(meeting),
                    "registrant_id",
                    id,
                    "topic",
                    "Classe",
                    "join_url",
                    "https://us02web.zoom.us/w/" + meeting + "?tk=" + id);
        });
    }

    private void refuse(HttpExchange exchange, int status, int code, String message) throws IOException {
        send(exchange, status, Map.of("code", code, "message", message));
    }

    private void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** As the path holds it: encoded once, or twice where the identifier has slashes. */
    private static String decoded(String segment) {
        String once = URLDecoder.decode(segment, StandardCharsets.UTF_8);
        return once.contains("%") ? URLDecoder.decode(once, StandardCharsets.UTF_8) : once;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> found = new HashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
