package fr.educentre.assidu.sources.simulator;

import fr.educentre.assidu.sources.ZoomReports;
import fr.educentre.assidu.training.SessionInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A class on Zoom: its webhooks, then the report, which we ask for. */
final class ZoomPlayback {

    private final FakeZoomServer peer;
    private final ZoomReports reports;
    private final Clock clock;

    ZoomPlayback(FakeZoomServer peer, ZoomReports reports, Clock clock) {
        this.peer = peer;
        this.reports = reports;
        this.clock = clock;
    }

    void play(ClassScript script, URI hook, String secret, FaultInjectingSender sending) {
        FakeZoomMeeting run = run(script);
        peer.held(run);
        trouble(sending);
        sending.cut(hook);
        var emitter = new ZoomEmitter(hook, secret, clock);
        UUID session = script.session().id();
        sending.send(emitter.events(run), event -> emitter.send(event.body()), () -> sending.ask(() -> asked(session)));
    }

    private PlaybackEvent asked(UUID session) {
        ZoomReports.Fetched fetched = reports.fetchNow(session);
        return PlaybackEvent.of("report", fetched.meetings(), fetched.rows());
    }

    private void trouble(FaultInjectingSender sending) {
        if (sending.with(Fault.BUSY)) {
            peer.fail(new FakeZoomServer.Fault.Busy(1));
        }
        if (sending.with(Fault.BROKEN)) {
            peer.fail(new FakeZoomServer.Fault.Broken());
        }
        if (sending.with(Fault.CUT)) {
            peer.fail(new FakeZoomServer.Fault.Cut());
        }
    }

    /** The instance is the same each time a session is played, as are its connections: playing it again adds nothing. */
    private static FakeZoomMeeting run(ClassScript script) {
        SessionInfo session = script.session();
        List<FakeZoomMeeting.Stay> stays = new ArrayList<>();
        for (ClassScript.Part part : script.parts()) {
            for (var stay : part.stays()) {
                stays.add(FakeZoomMeeting.Stay.of(
                        String.valueOf(16_778_240 + 1024L * stays.size()),
                        part.learner().name(),
                        part.learner().email(),
                        stay.from(),
                        stay.to()));
            }
        }
        return new FakeZoomMeeting(
                Simulator.meeting(session).id().replaceAll("\\D", ""),
                uuid(session.id()),
                session.title(),
                script.begins(),
                script.ends(),
                stays);
    }

    private static String uuid(UUID session) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
