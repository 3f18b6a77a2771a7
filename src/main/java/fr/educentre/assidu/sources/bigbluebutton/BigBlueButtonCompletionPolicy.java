package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * When a meeting has said all of a session: it went on until the session's end, give or take. One that ended long before
 * may start again. Departures follow the end by seconds, so a fresh end is given time.
 */
@Component
class BigBlueButtonCompletionPolicy implements DurableJobHandler {

    private static final String JOB = "bigbluebutton.complete";
    private static final Duration ENDS_EARLY = Duration.ofMinutes(5);
    private static final Duration LATE_EVENTS = Duration.ofMinutes(3);
    private static final Duration LONGEST_MEETING = Duration.ofHours(24);
    private static final Pattern CREATED = Pattern.compile(".*-(\\d{13})");

    private final BigBlueButtonSessions sessions;
    private final DurableJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BigBlueButtonCompletionPolicy(
            BigBlueButtonSessions sessions, DurableJobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Sessions complete now; those to be complete a little later are planned. */
    Set<UUID> ended(String meetingId, String occurrence, Instant end, SessionInfo session) {
        Set<SessionInfo> served = new LinkedHashSet<>(Set.of(session));
        Instant begun = begun(occurrence, end);
        if (begun.isBefore(end)) {
            served.addAll(sessions.during(meetingId, new TimeSlot(begun, end)));
        }
        Set<UUID> over = reached(served, end);
        Instant sure = end.plus(LATE_EVENTS);
        if (!clock.instant().isBefore(sure)) {
            return over;
        }
        over.forEach(id -> jobs.submitAt(JOB, id.toString(), "", sure));
        return Set.of();
    }

    /** Those of the sessions that someone who tells until then has told whole. */
    Set<UUID> reached(Collection<SessionInfo> served, Instant until) {
        return served.stream()
                .filter(session -> !until.isBefore(session.endsAt().minus(ENDS_EARLY)))
                .filter(session -> !clock.instant().isBefore(session.endsAt().minus(ENDS_EARLY)))
                .map(SessionInfo::id)
                .collect(Collectors.toSet());
    }

    /** BigBlueButton ends its name of an instance with the moment it was created. */
    private static Instant begun(String occurrence, Instant end) {
        Matcher matcher = CREATED.matcher(occurrence);
        Instant created = matcher.matches() ? Instant.ofEpochMilli(Long.parseLong(matcher.group(1))) : end;
        Instant earliest = end.minus(LONGEST_MEETING);
        return created.isBefore(earliest) ? earliest : created;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String session, String payload) {
        events.publishEvent(new Evidences.SourceCompleted(UUID.fromString(session)));
    }
}
