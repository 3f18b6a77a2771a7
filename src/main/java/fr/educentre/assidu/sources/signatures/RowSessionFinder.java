package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.imports.evidence.SignInTableParser.Line;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The session of each line: by its identifier, else by the day and the start or half-day among those where the line's
 * learner is expected, when only one fits. For one reading.
 */
final class RowSessionFinder {

    /** A sheet may be opened a little before or after the planned start. */
    private static final Duration AROUND_START = Duration.ofMinutes(15);

    private static final int MOST_OF_A_DAY = 50;

    private final Sessions sessions;
    private final Map<String, SessionInfo> byExternalId;
    private final Map<UUID, SessionInfo> byId;
    private final Map<String, List<SessionInfo>> days = new HashMap<>();

    RowSessionFinder(Sessions sessions, Collection<Line> lines) {
        this.sessions = sessions;
        Set<String> external = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Line line : lines) {
            if (!line.session().isEmpty()) {
                external.add(line.session());
                PartnerIdentifiers.uuid(line.session()).ifPresent(ids::add);
            }
        }
        this.byExternalId = sessions.byExternalIds(external);
        this.byId = sessions.byIds(ids);
    }

    /** What came of looking for a line's session. */
    sealed interface Found {
        record One(SessionInfo session) implements Found {}

        record None(RowProblem problem) implements Found {}
    }

    Found of(Line line, Optional<LearnerInfo> learner) {
        if (line.slot().unreadable() != null) {
            return none(line, line.slot().unreadable(), "unreadable");
        }
        Found found = line.session().isEmpty() ? byDay(line, learner) : byIdentifier(line);
        if (found instanceof Found.One one && unheld(one.session())) {
            return none(line, "session_external_id", "notHeld", one.session().externalId());
        }
        return found;
    }

    private Found byIdentifier(Line line) {
        SessionInfo session = byExternalId.get(line.session());
        if (session == null) {
            session = PartnerIdentifiers.uuid(line.session()).map(byId::get).orElse(null);
        }
        if (session == null) {
            return none(line, "session_external_id", "sessionUnknown", line.session());
        }
        if (line.slot().date() != null && !line.slot().date().equals(day(session))) {
            return none(
                    line,
                    "session_date",
                    "otherDay",
                    session.externalId(),
                    day(session).toString());
        }
        if (line.slot().morning() != null && line.slot().morning() != morning(session)) {
            return none(line, "half_day", "otherHalfDay", session.externalId());
        }
        return new Found.One(session);
    }

    private Found byDay(Line line, Optional<LearnerInfo> learner) {
        if (line.slot().date() == null) {
            return none(line, "session_external_id", "sessionMissing");
        }
        if (learner.isEmpty()) {
            return none(line, "session_external_id", "sessionOfName");
        }
        List<SessionInfo> fitting = ofDay(learner.get().id(), line.slot().date()).stream()
                .filter(session -> !unheld(session))
                .filter(session -> line.slot().morning() == null || line.slot().morning() == morning(session))
                .filter(session -> line.slot().start() == null
                        || startsAround(session, line.slot().start()))
                .toList();
        if (fitting.isEmpty()) {
            return none(
                    line,
                    "session_date",
                    "noSessionThen",
                    learner.get().name(),
                    line.slot().date().toString());
        }
        return fitting.size() == 1
                ? new Found.One(fitting.getFirst())
                : none(
                        line,
                        "start",
                        "severalSessions",
                        learner.get().name(),
                        line.slot().date().toString());
    }

    private List<SessionInfo> ofDay(UUID learnerId, LocalDate day) {
        return days.computeIfAbsent(learnerId + "|" + day, key -> {
            Instant from = day.atStartOfDay().toInstant(ZoneOffset.ofHours(14));
            Instant to = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(-12));
            return sessions
                    .search(new Sessions.Query(null, null, learnerId, from, to, Set.of()), 0, MOST_OF_A_DAY)
                    .items()
                    .stream()
                    .filter(session -> day(session).equals(day))
                    .toList();
        });
    }

    private static boolean startsAround(SessionInfo session, LocalTime start) {
        LocalTime planned = session.startsAt().atZone(session.zone()).toLocalTime();
        return Duration.between(planned, start).abs().compareTo(AROUND_START) <= 0;
    }

    private static boolean unheld(SessionInfo session) {
        return session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED;
    }

    private static LocalDate day(SessionInfo session) {
        return session.startsAt().atZone(session.zone()).toLocalDate();
    }

    private static boolean morning(SessionInfo session) {
        return session.halfDay().endsWith("/AM");
    }

    private static Found none(Line line, String field, String why, Object... arguments) {
        return new Found.None(RowProblem.of(line.number(), Objects.requireNonNull(field), why, arguments));
    }
}
