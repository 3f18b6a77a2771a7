package fr.educentre.assidu.connectors.simulator;

import fr.educentre.assidu.connectors.setup.Connections;
import fr.educentre.assidu.connectors.setup.SourceSetup.Check;
import fr.educentre.assidu.connectors.setup.SourceSetup.Outcome;
import fr.educentre.assidu.shell.Refusal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A class on BigBlueButton: its web hooks and, after the end, its analytics. */
final class BbbPlay {

    private final BbbPeer peer;
    private final RoomClock clock;
    private final Connections connections;

    BbbPlay(BbbPeer peer, RoomClock clock, Connections connections) {
        this.peer = peer;
        this.clock = clock;
        this.connections = connections;
    }

    /** @param hook as the server was told; @param local where it is reached from here */
    void play(ClassScript script, String hook, URI local, Sending sending) {
        String meeting = Simulator.meeting(script.session()).id();
        held(script, hook, meeting);
        trouble(sending);
        sending.cut(local);
        peer.hook(hook);
        if (sending.with(Trouble.LATE)) {
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

    private void hooks(Sending sending) {
        BbbPeer.Order order = sending.with(Trouble.OUT_OF_ORDER)
                ? BbbPeer.Order.SHUFFLED
                : sending.with(Trouble.TWICE) ? BbbPeer.Order.TWICE : BbbPeer.Order.AS_HAPPENED;
        Map<Integer, Integer> statuses = new TreeMap<>();
        peer.sendHooks(order, sending.seed()).forEach(status -> statuses.merge(status, 1, Integer::sum));
        sending.answered(statuses);
    }

    private void analytics(String meeting, Sending sending) {
        sending.tell("analytics", String.valueOf(peer.sendAnalytics(meeting, true)));
    }

    /** Nothing is asked about a class that is over: the connection is tried instead, until it works. */
    private void ask(Sending sending) {
        if (sending.with(Trouble.BUSY) || sending.with(Trouble.BROKEN) || sending.with(Trouble.CUT)) {
            sending.ask(this::tried);
        }
    }

    private Line tried() {
        connections.test("bigbluebutton").stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(Check::text)
                .findFirst()
                .ifPresent(text -> {
                    throw new Refusal(Refusal.Kind.CONFLICT, "connectors.simulator.told.check", text);
                });
        return Line.of("works");
    }

    private void trouble(Sending sending) {
        if (sending.with(Trouble.BUSY)) {
            peer.fail(BbbPeer.Fault.BUSY);
        }
        if (sending.with(Trouble.BROKEN)) {
            peer.fail(BbbPeer.Fault.BROKEN);
        }
        if (sending.with(Trouble.CUT)) {
            peer.fail(BbbPeer.Fault.CUT);
        }
    }
}
