package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Traces of sessions, a meeting's events read as stays. One meeting may serve several sessions of a day and a stay span
 * them: it then counts in each whose slot it overlaps by at least a quarter of an hour, beside the one it was told for.
 */
@Component
class MeetingTraces {

    /** How far from the slot someone may have come in or left. */
    static final Duration AROUND = Duration.ofHours(12);

    /** A session that overruns does not make anyone present at the next one. */
    private static final Duration MORE_THAN_OVERRUN = Duration.ofMinutes(15);

    /** Past that it is a load of whole weeks, which holds the sessions around anyway. */
    private static final int MOST_TOUCHED = 100;

    private static final Set<TraceKind> OF_MEETINGS =
            EnumSet.of(TraceKind.JOINED, TraceKind.LEFT, TraceKind.ENDED, TraceKind.INTERVAL);

    private final TraceStore traces;
    private final Sessions sessions;

    MeetingTraces(TraceStore traces, Sessions sessions) {
        this.traces = traces;
        this.sessions = sessions;
    }

    Map<UUID, List<Trace>> of(Collection<UUID> sessionIds) {
        Map<UUID, List<Trace>> own = new HashMap<>();
        for (Trace trace : traces.ofSessions(sessionIds)) {
            if (trace.about().sessionId() != null) {
                own.computeIfAbsent(trace.about().sessionId(), id -> new ArrayList<>())
                        .add(trace);
            }
        }
        List<SessionInfo> meetings = sessions.byIds(sessionIds).values().stream()
                .filter(session -> session.meeting() != null)
                .toList();
        Map<String, List<TraceStore.OfMeeting>> around = traces.ofMeetings(meetings, AROUND);
        Map<UUID, List<Trace>> found = new HashMap<>();
        own.forEach((id, list) -> found.put(id, ConnectionIntervals.of(list)));
        for (SessionInfo session : meetings) {
            List<Trace> others = around.getOrDefault(TraceStore.meetingKey(session), List.of()).stream()
                    .filter(one -> OF_MEETINGS.contains(one.trace().kind()))
                    .filter(one -> !session.id().equals(one.trace().about().sessionId()))
                    .filter(one -> near(session, one.trace().time().occurredAt()))
                    .map(TraceStore.OfMeeting::trace)
                    .toList();
            if (!others.isEmpty()) {
                List<Trace> all = new ArrayList<>(own.getOrDefault(session.id(), List.of()));
                Set<UUID> mine = new HashSet<>(all.stream().map(Trace::id).toList());
                all.addAll(others);
                found.put(
                        session.id(),
                        ConnectionIntervals.of(all).stream()
                                .filter(trace -> mine.contains(trace.id()) || reaches(trace, session))
                                .map(trace -> of(trace, session.id()))
                                .toList());
            }
        }
        return found;
    }

    /** The sessions themselves, and those that the same meeting serves around them. */
    Set<UUID> touched(Set<UUID> sessionIds) {
        Set<UUID> touched = new HashSet<>(sessionIds);
        if (sessionIds.size() > MOST_TOUCHED) {
            return touched;
        }
        for (SessionInfo session : sessions.byIds(sessionIds).values()) {
            SessionInfo.Meeting meeting = session.meeting();
            if (meeting != null) {
                sessions.ofMeeting(
                                meeting.provider(),
                                meeting.id(),
                                new TimeSlot(
                                        session.startsAt().minus(AROUND),
                                        session.endsAt().plus(AROUND)))
                        .forEach(other -> touched.add(other.id()));
            }
        }
        return touched;
    }

    private static boolean near(SessionInfo session, Instant at) {
        return !at.isBefore(session.startsAt().minus(AROUND))
                && !at.isAfter(session.endsAt().plus(AROUND));
    }

    private static boolean reaches(Trace trace, SessionInfo session) {
        Instant from = trace.time().from();
        if (trace.kind() != TraceKind.INTERVAL || from == null || !from.isBefore(session.endsAt())) {
            return false;
        }
        Instant to = trace.time().to() == null || trace.time().to().isAfter(session.endsAt())
                ? session.endsAt()
                : trace.time().to();
        Instant begin = from.isBefore(session.startsAt()) ? session.startsAt() : from;
        return Duration.between(begin, to).compareTo(MORE_THAN_OVERRUN) >= 0;
    }

    private static Trace of(Trace trace, UUID sessionId) {
        return sessionId.equals(trace.about().sessionId())
                ? trace
                : new Trace(
                        trace.id(),
                        trace.origin(),
                        trace.kind(),
                        trace.time(),
                        trace.person(),
                        new Trace.Subject(
                                sessionId,
                                trace.about().activityKey(),
                                trace.about().verb()),
                        trace.payload(),
                        trace.match());
    }
}
