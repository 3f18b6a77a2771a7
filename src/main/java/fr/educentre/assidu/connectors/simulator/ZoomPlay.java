package fr.educentre.assidu.connectors.simulator;

import fr.educentre.assidu.connectors.ZoomReports;
import fr.educentre.assidu.training.SessionInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A class on Zoom: its webhooks, then the report, which we ask for. */
final class ZoomPlay {

    private final ZoomPeer peer;
    private final ZoomReports reports;
    private final Clock clock;

    ZoomPlay(ZoomPeer peer, ZoomReports reports, Clock clock) {
        this.peer = peer;
        this.reports = reports;
        this.clock = clock;
    }

    void play(ClassScript script, URI hook, String secret, Sending sending) {
        ZoomRun run = run(script);
        peer.held(run);
        trouble(sending);
        sending.cut(hook);
        var emitter = new ZoomEmitter(hook, secret, clock);
        UUID session = script.session().id();
        sending.send(emitter.events(run), event -> emitter.send(event.body()), () -> sending.ask(() -> asked(session)));
    }

    private Line asked(UUID session) {
        ZoomReports.Fetched fetched = reports.fetchNow(session);
        return Line.of("report", fetched.meetings(), fetched.rows());
    }

    private void trouble(Sending sending) {
        if (sending.with(Trouble.BUSY)) {
            peer.fail(new ZoomPeer.Fault.Busy(1));
        }
        if (sending.with(Trouble.BROKEN)) {
            peer.fail(new ZoomPeer.Fault.Broken());
        }
        if (sending.with(Trouble.CUT)) {
            peer.fail(new ZoomPeer.Fault.Cut());
        }
    }

    /** The instance is the same each time a session is played, as are its connections: playing it again adds nothing. */
    private static ZoomRun run(ClassScript script) {
        SessionInfo session = script.session();
        List<ZoomRun.Stay> stays = new ArrayList<>();
        for (ClassScript.Part part : script.parts()) {
            for (var stay : part.stays()) {
                stays.add(ZoomRun.Stay.of(
                        String.valueOf(16_778_240 + 1024L * stays.size()),
                        part.learner().name(),
                        part.learner().email(),
                        stay.from(),
                        stay.to()));
            }
        }
        return new ZoomRun(
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
