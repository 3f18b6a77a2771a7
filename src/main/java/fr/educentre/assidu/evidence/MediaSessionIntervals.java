package fr.educentre.assidu.evidence;

import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Time told by what was played, by order of preference: cmi5 sessions, videos, then the gaps between activities. */
final class MediaSessionIntervals {

    private static final String ADL = "http://adlnet.gov/expapi/verbs/";
    private static final String VIDEO = "https://w3id.org/xapi/video/verbs/";
    private static final String CMI5_SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
    private static final String VIDEO_SESSION = "https://w3id.org/xapi/video/extensions/session-id";
    private static final Set<String> PLAY_ENDS =
            Set.of(VIDEO + "paused", VIDEO + "seeked", ADL + "completed", ADL + "terminated", VIDEO + "played");
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(60);
    private static final Duration LONGEST_UNTOLD = Duration.ofHours(1);

    private MediaSessionIntervals() {}

    static List<TimeSlot> intervals(Collection<Trace> traces, IdleGaps gaps) {
        var courses = new HashMap<String, List<Trace>>();
        var videos = new HashMap<String, List<Trace>>();
        var others = new ArrayList<Instant>();
        for (Trace trace : inOrder(traces)) {
            String course = cmi5Session(trace);
            String video = course == null ? videoSession(trace) : null;
            if (course != null) {
                courses.computeIfAbsent(course, session -> new ArrayList<>()).add(trace);
            } else if (video != null) {
                videos.computeIfAbsent(video, session -> new ArrayList<>()).add(trace);
            } else {
                others.add(trace.time().occurredAt());
            }
        }
        var stretches = new ArrayList<>(gaps.between(others));
        courses.values().forEach(session -> stretches.addAll(course(session, gaps)));
        videos.values().forEach(session -> stretches.addAll(played(session, gaps)));
        return ActivityIntervals.union(stretches);
    }

    /** Each trace once, in time order; at the same instant in an order that does not depend on arrival. */
    private static List<Trace> inOrder(Collection<Trace> traces) {
        var seen = new HashSet<Object>();
        return traces.stream()
                .filter(trace -> trace.kind() == TraceKind.ACTIVITY && seen.add(trace.id()))
                .sorted(Comparator.comparing((Trace one) -> one.time().occurredAt())
                        .thenComparing(trace -> String.valueOf(trace.about().verb()))
                        .thenComparing(Trace::id))
                .toList();
    }

    /** What the course says it lasted, never more than its statements span (and clocks' slack). */
    private static List<TimeSlot> course(List<Trace> session, IdleGaps gaps) {
        Instant first = session.getFirst().time().occurredAt();
        for (String end : List.of(ADL + "terminated", "https://w3id.org/xapi/adl/verbs/abandoned")) {
            for (Trace trace : session) {
                Duration told = end.equals(trace.about().verb()) ? duration(trace) : null;
                if (told != null) {
                    Instant until = trace.time().occurredAt();
                    Instant from = until.minus(told);
                    Instant earliest = first.minus(CLOCK_SLACK);
                    return slot(from.isBefore(earliest) ? earliest : from, until);
                }
            }
        }
        return gaps.between(session.stream().map(one -> one.time().occurredAt()).toList());
    }

    /**
     * From each start of the video to what stopped it, for as long as the player says that it played in between: what stood
     * still (a computer asleep) is nothing. Without a stop, as any other activity.
     */
    private static List<TimeSlot> played(List<Trace> session, IdleGaps gaps) {
        var stretches = new ArrayList<TimeSlot>();
        Duration reported = Duration.ZERO;
        for (int i = 0; i < session.size() - 1; i++) {
            Trace start = session.get(i);
            if (!(VIDEO + "played").equals(start.about().verb())) {
                continue;
            }
            Instant from = start.time().occurredAt();
            int next = i + 1;
            while (next < session.size() - 1
                    && !PLAY_ENDS.contains(session.get(next).about().verb())) {
                next++;
            }
            Trace stop = session.get(next);
            Instant until = stop.time().occurredAt();
            boolean stopped = PLAY_ENDS.contains(stop.about().verb())
                    && !(VIDEO + "played").equals(stop.about().verb());
            if (!stopped) {
                stretches.addAll(gaps.between(List.of(from, until)));
                continue;
            }
            Optional<Duration> told = PlayedSegments.of(stop);
            Duration most = told.isPresent()
                    ? told.get().minus(reported)
                    : PlayedSegments.length(start, stop)
                            .orElseGet(() -> untold(Duration.between(from, until), gaps.cap()));
            reported = told.orElse(reported);
            Instant longest = from.plus(most);
            stretches.addAll(slot(from, until.isBefore(longest) ? until : longest));
        }
        return stretches;
    }

    /** Where the player tells neither what it played nor how long the video is, hours are those of a computer asleep. */
    private static Duration untold(Duration elapsed, Duration idleCap) {
        return elapsed.compareTo(LONGEST_UNTOLD) > 0 ? idleCap : elapsed;
    }

    private static List<TimeSlot> slot(Instant from, Instant to) {
        return to.isAfter(from) ? List.of(new TimeSlot(from, to)) : List.of();
    }

    /** Whether it is told by something that plays. */
    static boolean media(Trace trace) {
        return cmi5Session(trace) != null || videoSession(trace) != null;
    }

    private static @Nullable String cmi5Session(Trace trace) {
        return StatementExtensions.ofContext(trace).get(CMI5_SESSION) instanceof String session ? session : null;
    }

    private static @Nullable String videoSession(Trace trace) {
        return StatementExtensions.ofContext(trace).get(VIDEO_SESSION) instanceof String session ? session : null;
    }

    private static @Nullable Duration duration(Trace trace) {
        return trace.payload().get("result") instanceof Map<?, ?> result
                        && result.get("duration") instanceof String text
                ? IsoDuration.parse(text).orElse(null)
                : null;
    }
}
