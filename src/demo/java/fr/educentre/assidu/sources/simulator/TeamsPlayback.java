package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.sources.TeamsReports;
import fr.educentre.assidu.sources.simulator.GraphMeeting.Attendee;
import fr.educentre.assidu.sources.simulator.GraphMeeting.Held;
import fr.educentre.assidu.training.SessionInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A class on Teams: what Graph notifies while it runs, then the attendance report, which we ask for. */
final class TeamsPlayback {

    static final String ORGANIZER = "048c94fb-dda6-48b8-9fc8-6740ee418fb9";

    private final JsonMapper json = JsonMapper.builder().build();
    private final FakeGraphServer peer;
    private final TeamsReports reports;

    TeamsPlayback(FakeGraphServer peer, TeamsReports reports) {
        this.peer = peer;
        this.reports = reports;
    }

    void play(ClassScript script, URI hook, String state, FaultInjectingSender sending) {
        GraphMeeting meeting = meeting(script);
        peer.held(meeting);
        trouble(sending);
        sending.cut(hook);
        UUID session = script.session().id();
        sending.send(
                notifications(script, meeting, state),
                body -> peer.subscriptions().tell(hook.toString(), body),
                () -> sending.ask(() -> asked(session)));
    }

    private PlaybackEvent asked(UUID session) {
        TeamsReports.Fetched fetched = reports.fetchNow(session);
        return PlaybackEvent.of("reports", fetched.reports(), fetched.fresh());
    }

    private void trouble(FaultInjectingSender sending) {
        if (sending.with(Fault.BUSY)) {
            peer.fail(new FakeGraphServer.Fault.Busy(1));
        }
        if (sending.with(Fault.BROKEN)) {
            peer.fail(new FakeGraphServer.Fault.Broken());
        }
        if (sending.with(Fault.CUT)) {
            peer.fail(new FakeGraphServer.Fault.Cut());
        }
    }

    private static GraphMeeting meeting(ClassScript script) {
        SessionInfo.Meeting known = Simulator.meeting(script.session());
        String session = script.session().id().toString();
        GraphMeeting usual = GraphMeeting.of(session, ORGANIZER, List.of());
        List<Attendee> attendees = script.parts().stream()
                .filter(part -> !part.stays().isEmpty())
                .map(part -> new Attendee(
                        entraId(part),
                        part.learner().email(),
                        part.learner().name(),
                        "Attendee",
                        part.stays().stream()
                                .map(stay -> new GraphMeeting.Stay(stay.from(), stay.to()))
                                .toList()))
                .toList();
        return new GraphMeeting(
                usual.id(),
                ORGANIZER,
                known.id(),
                known.url() == null ? usual.joinUrl() : known.url(),
                List.of(new Held(session, script.begins(), script.ends(), attendees)));
    }

    private static String entraId(ClassScript.Part part) {
        return new UUID(part.learner().id().getLeastSignificantBits(), 0x8000_0000_0000_0000L).toString();
    }

    private List<String> notifications(ClassScript script, GraphMeeting meeting, String state) {
        record Move(Instant at, boolean joined, String connection, ClassScript.Part part) {}
        List<Move> moves = new ArrayList<>();
        for (ClassScript.Part part : script.parts()) {
            for (int i = 0; i < part.stays().size(); i++) {
                String connection = part.learner().id() + "-" + i;
                moves.add(new Move(part.stays().get(i).from(), true, connection, part));
                moves.add(new Move(part.stays().get(i).to(), false, connection, part));
            }
        }
        moves.sort(Comparator.comparing(Move::at));
        var call = new GraphCall(meeting).started(script.begins());
        for (Move move : moves) {
            String name = move.part().learner().name();
            if (move.joined()) {
                call.joined(move.at(), move.connection(), entraId(move.part()), name);
            } else {
                call.left(move.at(), move.connection(), entraId(move.part()), name);
            }
        }
        String resource = "communications/onlineMeetings(joinWebUrl='"
                + URLEncoder.encode(meeting.joinUrl(), StandardCharsets.UTF_8) + "')/meetingCallEvents";
        var subscription = new GraphSubscriptions.Subscription(
                script.session().id().toString(),
                resource,
                "",
                state,
                script.ends().toString());
        return call.ended(script.ends()).events().stream()
                .map(event ->
                        json.writeValueAsString(Map.of("value", List.of(GraphSubscriptions.item(subscription, event)))))
                .toList();
    }
}
