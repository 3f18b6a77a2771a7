package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.NextRun;
import fr.educentre.assidu.sources.core.RecurringJob;
import fr.educentre.assidu.sources.core.RecurringJobSchedule;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.stereotype.Component;

/**
 * Asks the server, every minute of a session in BigBlueButton, how its meeting stands where no web hook was received for it.
 * Between sessions nothing is planned; {@link WebhookRegistrationJob} begins the polling of the next one.
 */
@Component
class MeetingPollingJob extends RecurringJob {

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
    private final Clock clock;

    MeetingPollingJob(
            BigBlueButtonSettings settings,
            MeetingPoller polls,
            PolledParticipantStore polled,
            Sessions sessions,
            RecurringJobSchedule schedule,
            Clock clock) {
        super(NextRun.of("bigbluebutton.polls"), Duration.ofMinutes(1), schedule);
        this.settings = settings;
        this.polls = polls;
        this.polled = polled;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The start of a node begins no polling by itself. */
    @Override
    public void begin(ApplicationReadyEvent ready) {
        // left to WebhookRegistrationJob
    }

    void beginIfSessionNear() {
        if (!near().isEmpty()) {
            runNow();
        }
    }

    @Override
    protected Optional<Duration> work() {
        Server server = settings.server().orElse(null);
        List<SessionInfo> near = near();
        if (server == null || near.isEmpty()) {
            return Optional.empty();
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
        return Optional.of(interval());
    }

    /** Once a poll has seen someone, polling goes on until they have left, whether or not web hooks come by then. */
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
