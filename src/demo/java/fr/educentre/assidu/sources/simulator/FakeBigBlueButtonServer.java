package fr.educentre.assidu.sources.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A BigBlueButton server on the loopback address: create, join, end, getMeetingInfo, getMeetings and hooks/*, web hooks,
 * the end and the analytics callbacks. Web hooks wait until they are sent, so that they can be late, doubled or shuffled.
 */
public final class FakeBigBlueButtonServer implements AutoCloseable {

    /** What goes wrong with the next call of the API. */
    public enum Fault {
        /** 429 with Retry-After. */
        BUSY,
        /** 500. */
        BROKEN,
        /** The connection is cut in the middle of the answer. */
        CUT
    }

    /** How the web hooks that wait are sent. */
    public enum Order {
        AS_HAPPENED,
        TWICE,
        SHUFFLED
    }

    private final String secret;
    private final Clock clock;
    private final HttpServer server;
    private final BbbSender sender;
    private final UnaryOperator<String> address;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, BbbRoom> rooms = new LinkedHashMap<>();
    private final BbbHooks hooks = new BbbHooks();
    private final List<String> waiting = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private boolean hooksInstalled = true;
    private boolean sha256Taken = true;

    /** @param address from a registered callback address to where it is reached from here */
    public FakeBigBlueButtonServer(String secret, Clock clock, UnaryOperator<String> address) throws IOException {
        this.secret = secret;
        this.clock = clock;
        this.address = address;
        this.sender = new BbbSender(secret);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/bigbluebutton/";
    }

    public synchronized void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    public synchronized void withoutHooks() {
        hooksInstalled = false;
    }

    public synchronized void withoutSha256() {
        sha256Taken = false;
    }

    /** Names of the calls of the API, with the meeting they are about, as received. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** As registered by the call {@code hooks/create}. */
    public synchronized void hook(String url) {
        hooks.call("hooks/create", Map.of("callbackURL", url));
    }

    public synchronized List<String> hooks() {
        return hooks.urls();
    }

    /** As a server that dropped what did not answer. */
    public synchronized void dropHooks() {
        hooks.drop();
    }

    /** Opens a meeting as the call {@code create} does; answers its internal identifier. */
    public synchronized String create(String meetingId, String name, Map<String, String> metadata) {
        BbbRoom room = rooms.get(meetingId);
        if (room == null || room.ended() != null) {
            Instant now = now();
            room = new BbbRoom(
                    meetingId, BbbSender.hex("SHA-1", meetingId) + "-" + now.toEpochMilli(), name, metadata, now);
            rooms.put(meetingId, room);
            waiting.add(room.createdEvent());
        }
        return room.internalId();
    }

    /** @param userId empty for a guest */
    public synchronized void join(String meetingId, String userId, String name, boolean moderator) {
        waiting.add(room(meetingId).join(userId, name, moderator, now()));
    }

    public synchronized void leave(String meetingId, String userIdOrName) {
        waiting.addAll(room(meetingId).leave(userIdOrName, now()));
    }

    /** Ends for everybody, who leave by it; calls the end callback. @return its status, 0 where there is none */
    public synchronized int end(String meetingId) {
        BbbRoom room = room(meetingId);
        waiting.add(room.end(now()));
        String callback = room.metadata("meta_endCallbackUrl");
        return callback.isEmpty() ? 0 : sender.get(URI.create(address.apply(callback) + "&recordingmarks=false"));
    }

    /** The server forgets a meeting some time after its end. */
    public synchronized void forget(String meetingId) {
        rooms.remove(meetingId);
    }

    /** Sends the web hooks that wait to all that are registered. @return the statuses they were answered with */
    public synchronized List<Integer> sendHooks(Order order, long seed) {
        List<String> events = new ArrayList<>(waiting);
        waiting.clear();
        if (order != Order.AS_HAPPENED) {
            events.addAll(List.copyOf(events));
        }
        if (order == Order.SHUFFLED) {
            Collections.shuffle(events, new Random(seed));
        }
        List<Integer> statuses = new ArrayList<>();
        for (String event : events) {
            for (String url : hooks.urls()) {
                statuses.add(sender.hook(url, URI.create(address.apply(url)), event, clock.millis()));
            }
        }
        return statuses;
    }

    /** The analytics callback. @param withSessions newer servers tell of each device */
    public synchronized int sendAnalytics(String meetingId, boolean withSessions) {
        BbbRoom room = room(meetingId);
        return sender.analytics(
                URI.create(address.apply(room.metadata("meta_analytics-callback-url"))),
                room.analytics(withSessions),
                clock.instant());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private BbbRoom room(String meetingId) {
        BbbRoom room = rooms.get(meetingId);
        if (room == null) {
            throw new IllegalArgumentException("No meeting " + meetingId);
        }
        return room;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/bigbluebutton/api/?", "");
            Fault fault = fault();
            String query = exchange.getRequestURI().getRawQuery();
            String meetingId =
                    new BbbQuery(query == null ? "" : query).parameters().getOrDefault("meetingID", "");
            calls.add(meetingId.isEmpty() ? path : path + " " + meetingId);
            byte[] body =
                    (fault == null ? call(path, query == null ? "" : query) : "").getBytes(StandardCharsets.UTF_8);
            switch (fault) {
                case BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "7");
                    exchange.sendResponseHeaders(429, -1);
                }
                case BROKEN -> exchange.sendResponseHeaders(500, -1);
                case CUT -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                }
                case null -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=utf-8");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }

    private synchronized @Nullable Fault fault() {
        return faults.poll();
    }

    private synchronized String call(String call, String query) {
        if (call.isEmpty()) {
            return BbbXml.success("<version>2.0</version><apiVersion>2.0</apiVersion>");
        }
        BbbQuery asked = new BbbQuery(query);
        if (!asked.signed(call, secret, sha256Taken)) {
            return BbbXml.failed("checksumError", "You did not pass the checksum security check");
        }
        Map<String, String> given = asked.parameters();
        String meetingId = given.getOrDefault("meetingID", "");
        BbbRoom room = rooms.get(meetingId);
        return switch (call) {
            case "create" -> created(meetingId, given);
            case "getMeetings" ->
                BbbXml.success("<meetings>"
                        + String.join(
                                "",
                                rooms.values().stream()
                                        .map(one -> "<meeting>" + one.info() + "</meeting>")
                                        .toList())
                        + "</meetings>");
            case "getMeetingInfo" -> room == null ? notFound() : BbbXml.success(room.info());
            case "end" -> {
                if (room == null) {
                    yield notFound();
                }
                end(meetingId);
                yield BbbXml.success("<messageKey>sentEndMeetingRequest</messageKey>");
            }
            case "join" -> {
                if (room == null) {
                    yield notFound();
                }
                join(
                        meetingId,
                        given.getOrDefault("userID", ""),
                        given.getOrDefault("fullName", ""),
                        "MODERATOR".equals(given.get("role")));
                yield BbbXml.success("<messageKey>successfullyJoined</messageKey>");
            }
            default ->
                hooksInstalled && call.startsWith("hooks/")
                        ? hooks.call(call, given)
                        : BbbXml.failed("unsupportedRequest", "This request is not supported.");
        };
    }

    private String created(String meetingId, Map<String, String> given) {
        if (meetingId.length() < 2) {
            return BbbXml.failed("missingParamMeetingID", "You must specify a meeting ID for the meeting.");
        }
        BbbRoom before = rooms.get(meetingId);
        boolean again = before != null && before.ended() == null;
        create(meetingId, given.getOrDefault("name", meetingId), given);
        BbbRoom room = room(meetingId);
        return BbbXml.success("<meetingID>" + BbbXml.escaped(meetingId) + "</meetingID><internalMeetingID>"
                + room.internalId() + "</internalMeetingID><createTime>"
                + room.created().toEpochMilli() + "</createTime><duration>0</duration>"
                + (again ? "<messageKey>duplicateWarning</messageKey>" : "<messageKey></messageKey>"));
    }

    private static String notFound() {
        return BbbXml.failed("notFound", "A meeting with that ID does not exist");
    }
}
