package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.SessionCompletionPolicy;
import fr.educentre.assidu.sources.core.SessionCompletions;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes the sessions that a Zoom meeting went on to the end of. */
@Component
class ZoomCompletionPolicy extends SessionCompletionPolicy {

    private static final Duration LONGEST_MEETING = Duration.ofHours(30);

    private final ZoomSessions sessions;

    ZoomCompletionPolicy(ZoomSessions sessions, SessionCompletions completions) {
        super("zoom.complete", Duration.ofMinutes(5), Duration.ofMinutes(3), completions);
        this.sessions = sessions;
    }

    /** @param last the session that the meeting's end belongs to */
    Set<UUID> ended(ZoomEvent.Ended ended, SessionInfo last) {
        Set<UUID> reached = reached(ended.meeting().number(), ended.startedAt(), ended.at());
        if (reaches(last, ended.at())) {
            reached.add(last.id());
        }
        return settled(reached, ended.at());
    }

    /** Sessions of the meeting that the stretch goes through to their end. */
    Set<UUID> reached(String number, @Nullable Instant from, Instant to) {
        if (from == null || !from.isBefore(to)) {
            return new LinkedHashSet<>();
        }
        Instant begin = from.isBefore(to.minus(LONGEST_MEETING)) ? to.minus(LONGEST_MEETING) : from;
        return reached(sessions.overlapped(number, new TimeSlot(begin, to)), to);
    }
}
