package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A class on BigBlueButton: its web hooks and, after the end, its analytics. */
final class BbbPlayback {

    private final FakeBigBlueButtonServer peer;
    private final RoomClock clock;
    private final SourceConnections connections;

    BbbPlayback(FakeBigBlueButtonServer peer, RoomClock clock, SourceConnections connections) {
        this.peer = peer;
        this.clock = clock;
        this.connections = connections;
    }

    /** @param hook as the server was told; @param local where it is reached from here */
    void play(ClassScript script, String hook, URI local, FaultInjectingSender sending) {
        String meeting = Simulator.meeting(script.session()).id();
        held(script, hook, meeting);
        trouble(sending);
        sending.cut(local);
        peer.hook(hook);
        if (sending.with(Fault.LATE)) {
            analytics(meeting, sending);
            hooks(sending);
        } else {
            hooks(sending);
            analytics(meeting, sending);
        }
        ask(sending);
    }

    private void held(ClassScript script, String hook, String meeting) {
        record Move(Instant at, boolean joined, ClassScript.Part part) {}
        List<Move> moves = new ArrayList<>();
        for (ClassScript.Part part : script.parts()) {
            part.merged().forEach(stay -> {
                moves.add(new Move(stay.from(), true, part));
                moves.add(new Move(stay.to(), false, part));
            });
        }
        moves.sort(Comparator.comparing(Move::at));
        clock.at(script.begins());
        peer.create(meeting, script.session().title(), Map.of("meta_analytics-callback-url", hook + "/analytics"));
        for (Move move : moves) {
            clock.at(move.at());
            String id = move.part().learner().id().toString();
            if (move.joined()) {
                peer.join(meeting, id, move.part().learner().name(), false);
            } else {
                peer.leave(meeting, id);
            }
        }
        clock.at(script.ends());
        peer.end(meeting);
        clock.now();
    }

    private void hooks(FaultInjectingSender sending) {
        FakeBigBlueButtonServer.Order order = sending.with(Fault.OUT_OF_ORDER)
                ? FakeBigBlueButtonServer.Order.SHUFFLED
                : sending.with(Fault.TWICE)
                        ? FakeBigBlueButtonServer.Order.TWICE
                        : FakeBigBlueButtonServer.Order.AS_HAPPENED;
        Map<Integer, Integer> statuses = new TreeMap<>();
        peer.sendHooks(order, sending.seed()).forEach(status -> statuses.merge(status, 1, Integer::sum));
        sending.answered(statuses);
    }

    private void analytics(String meeting, FaultInjectingSender sending) {
        sending.tell("analytics", String.valueOf(peer.sendAnalytics(meeting, true)));
    }

    /** Nothing is asked about a class that is over: the connection is tried instead, until it works. */
    private void ask(FaultInjectingSender sending) {
        if (sending.with(Fault.BUSY) || sending.with(Fault.BROKEN) || sending.with(Fault.CUT)) {
            sending.ask(this::tried);
        }
    }

    private PlaybackEvent tried() {
        connections.test("bigbluebutton").stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(Check::text)
                .findFirst()
                .ifPresent(text -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, "connectors.simulator.told.check", text);
                });
        return PlaybackEvent.of("works");
    }

    private void trouble(FaultInjectingSender sending) {
        if (sending.with(Fault.BUSY)) {
            peer.fail(FakeBigBlueButtonServer.Fault.BUSY);
        }
        if (sending.with(Fault.BROKEN)) {
            peer.fail(FakeBigBlueButtonServer.Fault.BROKEN);
        }
        if (sending.with(Fault.CUT)) {
            peer.fail(FakeBigBlueButtonServer.Fault.CUT);
        }
    }
}
