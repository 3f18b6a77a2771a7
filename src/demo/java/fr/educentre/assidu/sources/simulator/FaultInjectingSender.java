package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.shell.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Deliveries on their way with the troubles that were chosen, and questions that are asked again until they are answered. */
final class FaultInjectingSender {

    private static final int TRIES = 6;

    private final Set<Fault> troubles;
    private final long seed;
    private final Duration pause;
    private final Consumer<PlaybackEvent> told;

    /** @param pause between two questions, and before what is late */
    FaultInjectingSender(Set<Fault> troubles, long seed, Duration pause, Consumer<PlaybackEvent> told) {
        this.troubles = Set.copyOf(troubles);
        this.seed = seed;
        this.pause = pause;
        this.told = told;
    }

    boolean with(Fault trouble) {
        return troubles.contains(trouble);
    }

    long seed() {
        return seed;
    }

    void tell(String key, Object... arguments) {
        told.accept(PlaybackEvent.of(key, arguments));
    }

    /** @param post answers the status; @param meanwhile what is asked before the late ones arrive */
    <T> void send(List<T> events, ToIntFunction<T> post, Runnable meanwhile) {
        List<T> order = new ArrayList<>(events);
        if (with(Fault.TWICE)) {
            order.addAll(events);
        }
        if (with(Fault.OUT_OF_ORDER)) {
            Collections.shuffle(order, new Random(seed));
        }
        int first = with(Fault.LATE) ? order.size() / 2 : order.size();
        post(order.subList(0, first), post);
        meanwhile.run();
        if (first < order.size()) {
            rest();
            tell("late", order.size() - first);
            post(order.subList(first, order.size()), post);
        }
    }

    private <T> void post(List<T> events, ToIntFunction<T> post) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        events.forEach(event -> statuses.merge(post.applyAsInt(event), 1, Integer::sum));
        answered(statuses);
    }

    void answered(Map<Integer, Integer> statuses) {
        statuses.forEach((status, count) -> tell("delivered", count, String.valueOf(status)));
    }

    /** Half of a delivery reaches the address, then the connection is gone: nothing of it may remain. */
    void cut(URI hook) {
        if (!with(Fault.CUT)) {
            return;
        }
        byte[] half = "{\"event\":\"meeting.participant_joined\",".getBytes(StandardCharsets.UTF_8);
        String head = "POST " + hook.getRawPath() + " HTTP/1.1\r\nHost: " + hook.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + half.length * 2 + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), hook.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(half);
            socket.getOutputStream().flush();
            tell("cut");
        } catch (IOException e) {
            tell("away", String.valueOf(e.getMessage()));
        }
    }

    /** Asks until it is answered. @param ask answers what to tell; its refusals are told and it is asked again */
    void ask(Supplier<PlaybackEvent> ask) {
        for (int i = 1; i <= TRIES; i++) {
            try {
                told.accept(ask.get());
                return;
            } catch (Refusal refusal) {
                told.accept(new PlaybackEvent(refusal.key(), List.copyOf(refusal.arguments())));
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
