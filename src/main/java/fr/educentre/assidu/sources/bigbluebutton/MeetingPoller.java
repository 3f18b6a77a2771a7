package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the server how a meeting stands and stores each answer that says something as a delivery. */
@Component
public class MeetingPoller implements DurableJobHandler<MeetingPoller.Asking> {

    private static final DurableJobType<Asking> TYPE = DurableJobType.of(
                    "bigbluebutton.poll", Asking.class, Asking::meeting)
            .readingEarlier((key, text) -> new Asking(key));

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonClient api;
    private final PolledParticipantStore polled;
    private final DeliveryIntake intake;
    private final SourceStateStore states;
    private final DurableJobs jobs;

    MeetingPoller(
            BigBlueButtonSettings settings,
            BigBlueButtonClient api,
            PolledParticipantStore polled,
            DeliveryIntake intake,
            SourceStateStore states,
            DurableJobs jobs) {
        this.settings = settings;
        this.api = api;
        this.polled = polled;
        this.intake = intake;
        this.states = states;
        this.jobs = jobs;
    }

    /** @param meeting its identifier at the server */
    record Asking(String meeting) {}

    /** What came of a poll. */
    enum Polled {
        KEPT,
        NOT_RUNNING,
        REFUSED,
        AWAY
    }

    /** Asks in a moment, where there is a server to ask. */
    public void soon(String meetingId) {
        if (settings.server().isPresent()) {
            jobs.submit(TYPE, new Asking(meetingId));
        }
    }

    @Override
    public DurableJobType<Asking> type() {
        return TYPE;
    }

    @Override
    public void run(Asking asking) {
        settings.server().ifPresent(server -> poll(server, asking.meeting()));
    }

    Polled poll(Server server, String meetingId) {
        return switch (api.call(server, "getMeetingInfo", Map.of("meetingID", meetingId))) {
            case RemoteResult.Success<BigBlueButtonXml> ok -> {
                keep(meetingId, ok.bytes());
                yield Polled.KEPT;
            }
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure.NotFound gone) -> {
                if (polled.inhabited(meetingId).isEmpty()) {
                    yield Polled.NOT_RUNNING;
                }
                keep(meetingId, gone.body());
                yield Polled.KEPT;
            }
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> {
                failed(why);
                yield BigBlueButtonProtocol.isAnswered(why) ? Polled.REFUSED : Polled.AWAY;
            }
        };
    }

    void failed(RemoteFailure why) {
        states.failed(
                BigBlueButtonSettings.CONNECTOR,
                BigBlueButtonProtocol.problem(why).wording());
    }

    private void keep(String meetingId, byte[] bytes) {
        intake.receive(
                BigBlueButtonSettings.CONNECTOR,
                "getMeetingInfo",
                "application/xml",
                Map.of(DeliveryKind.HEADER, DeliveryKind.POLL.header(), PollTranslator.MEETING, meetingId),
                bytes.length == 0 ? "<response/>".getBytes(StandardCharsets.UTF_8) : bytes);
    }
}
