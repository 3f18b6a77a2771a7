package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Every minute of a session in BigBlueButton: where no web hook tells of its meeting, the server is asked. Between
 * sessions the rounds rest; {@link WebhookRegistrationJob} has them begin again.
 */
@Component
class MeetingPollingJob implements DurableJobHandler {

    private static final String JOB = "bigbluebutton.polls";
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(15);
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final Duration HOOKS_BEFORE = Duration.ofHours(1);
    private static final Set<SessionState> HELD =
            EnumSet.complementOf(EnumSet.of(SessionState.CANCELLED, SessionState.POSTPONED));
    private static final int MOST = 500;

    private final BigBlueButtonSettings settings;
    private final MeetingPoller polls;
    private final PolledParticipantStore polled;
    private final Sessions sessions;
    private final DurableJobs jobs;
    private final Clock clock;

    MeetingPollingJob(
            BigBlueButtonSettings settings,
            MeetingPoller polls,
            PolledParticipantStore polled,
            Sessions sessions,
            DurableJobs jobs,
            Clock clock) {
        this.settings = settings;
        this.polls = polls;
        this.polled = polled;
        this.sessions = sessions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Begins the rounds if a session is near; one that goes on already keeps its minute. */
    void wake() {
        if (!near().isEmpty()) {
            jobs.submit(JOB, "all", "");
        }
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        Server server = settings.server().orElse(null);
        List<SessionInfo> near = near();
        if (server == null || near.isEmpty()) {
            return;
        }
        Set<String> asked = new TreeSet<>();
        for (SessionInfo session : near) {
            SessionInfo.Meeting meeting = session.meeting();
            if (meeting != null && wanted(session, meeting.id()) && asked.add(meeting.id())) {
                if (polls.poll(server, meeting.id()) == MeetingPoller.Polled.AWAY) {
                    break;
                }
            }
        }
        jobs.submitAt(JOB, key, "", clock.instant().plus(EVERY));
    }

    /** Once a poll has seen someone it goes on until they have left, whatever else tells of the meeting by then. */
    private boolean wanted(SessionInfo session, String meetingId) {
        return !polled.inhabited(meetingId).isEmpty()
                || !polled.hooked(meetingId, session.startsAt().minus(HOOKS_BEFORE));
    }

    private List<SessionInfo> near() {
        Instant now = clock.instant();
        var query = new Sessions.Query(null, null, null, now.minus(LONGEST_SESSION), now.plus(BEFORE), HELD);
        return sessions.search(query, 0, MOST).items().stream()
                .filter(session ->
                        session.meeting() != null && session.meeting().provider() == MeetingProvider.BIGBLUEBUTTON)
                .filter(session -> now.isBefore(session.endsAt().plus(AFTER)))
                .toList();
    }
}
