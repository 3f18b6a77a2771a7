package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Which sessions a meeting's end completes: those it lasted to the end of. Departures follow the end by seconds, so it is
 * given a few minutes before anyone is called absent.
 */
@Component
class ZoomMeetingEndPolicy implements DurableJobHandler {

    private static final String JOB = "zoom.complete";
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration STRAGGLERS = Duration.ofMinutes(3);
    private static final Duration LONGEST_MEETING = Duration.ofHours(30);

    private final ZoomSessions zoomSessions;
    private final Sessions sessions;
    private final DurableJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ZoomMeetingEndPolicy(
            ZoomSessions zoomSessions,
            Sessions sessions,
            DurableJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.zoomSessions = zoomSessions;
        this.sessions = sessions;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Those complete now; for those that soon will be, a job is planned. */
    Set<UUID> complete(ZoomEvent.Ended ended, SessionInfo last) {
        Set<UUID> complete = reached(ended.meeting().number(), ended.startedAt(), ended.at());
        if (reaches(last, ended.at())) {
            complete.add(last.id());
        }
        Instant settled = ended.at().plus(STRAGGLERS);
        if (clock.instant().isBefore(settled)) {
            complete.forEach(session -> jobs.submitAt(JOB, session.toString(), "", settled));
            return Set.of();
        }
        return complete;
    }

    /** Sessions of the meeting that the stretch goes through to their end. */
    Set<UUID> reached(String number, @Nullable Instant from, Instant to) {
        Set<UUID> reached = new LinkedHashSet<>();
        if (from != null && from.isBefore(to)) {
            Instant begin = from.isBefore(to.minus(LONGEST_MEETING)) ? to.minus(LONGEST_MEETING) : from;
            zoomSessions.overlapped(number, new TimeSlot(begin, to)).stream()
                    .filter(session -> reaches(session, to))
                    .map(SessionInfo::id)
                    .forEach(reached::add);
        }
        return reached;
    }

    private static boolean reaches(SessionInfo session, Instant to) {
        return !to.isBefore(session.endsAt().minus(EARLY));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String key, String payload) {
        UUID session = UUID.fromString(key);
        if (sessions.find(session).isPresent()) {
            events.publishEvent(new Evidences.SourceCompleted(session));
        }
    }
}
