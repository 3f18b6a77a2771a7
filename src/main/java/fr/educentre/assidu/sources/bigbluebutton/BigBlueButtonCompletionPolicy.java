package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.sources.core.SessionCompletionPolicy;
import fr.educentre.assidu.sources.core.SessionCompletions;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Completes the sessions that a BigBlueButton meeting went on to the end of. A meeting that ended long before may start
 * again.
 */
@Component
class BigBlueButtonCompletionPolicy extends SessionCompletionPolicy {

    private static final Duration LONGEST_MEETING = Duration.ofHours(24);
    private static final Pattern CREATED = Pattern.compile(".*-(\\d{13})");

    private final BigBlueButtonSessions sessions;

    BigBlueButtonCompletionPolicy(BigBlueButtonSessions sessions, SessionCompletions completions) {
        super("bigbluebutton.complete", Duration.ofMinutes(5), Duration.ofMinutes(3), completions);
        this.sessions = sessions;
    }

    Set<UUID> ended(String meetingId, String occurrence, Instant end, SessionInfo session) {
        Set<SessionInfo> served = new LinkedHashSet<>(Set.of(session));
        Instant begun = begun(occurrence, end);
        if (begun.isBefore(end)) {
            served.addAll(sessions.during(meetingId, new TimeSlot(begun, end)));
        }
        return settled(reachedAndOver(served, end), end);
    }

    /** Of the sessions, those that are over and that a source whose data go until then covers whole. */
    Set<UUID> reachedAndOver(Collection<SessionInfo> served, Instant until) {
        return reached(served.stream().filter(this::isOver).toList(), until);
    }

    /** BigBlueButton ends its name of an instance with the moment it was created. */
    private static Instant begun(String occurrence, Instant end) {
        Matcher matcher = CREATED.matcher(occurrence);
        Instant created = matcher.matches() ? Instant.ofEpochMilli(Long.parseLong(matcher.group(1))) : end;
        Instant earliest = end.minus(LONGEST_MEETING);
        return created.isBefore(earliest) ? earliest : created;
    }
}
