package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions and groups as far as the signed-in person may see them. */
@Component
class VisibleSessions {

    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");
    private static final UUID NOBODY = new UUID(0, 0);

    private final Sessions sessions;
    private final Groups groups;
    private final CurrentActor current;
    private final Clock clock;

    VisibleSessions(Sessions sessions, Groups groups, CurrentActor current, Clock clock) {
        this.sessions = sessions;
        this.groups = groups;
        this.current = current;
        this.clock = clock;
    }

    /** A trainer's account that is nobody's sees nothing. */
    @Nullable
    UUID trainerId() {
        Actor actor = current.get();
        return actor.is(Role.TRAINER) ? Objects.requireNonNullElse(actor.personId(), NOBODY) : null;
    }

    List<GroupInfo> groups() {
        return groups.search(trainerId(), 0, PageOf.MAX_SIZE).items();
    }

    PageOf<SessionInfo> page(SessionFilter filter, int page, int size) {
        return sessions.search(query(filter), page, size);
    }

    long count(SessionFilter filter) {
        return sessions.search(query(filter), 0, 1).totalElements();
    }

    LocalDate day() {
        return LocalDate.now(clock.withZone(DAYS));
    }

    /** The first that is still to come. */
    Optional<SessionInfo> next() {
        var toCome =
                new Sessions.Query(null, trainerId(), null, clock.instant(), null, EnumSet.of(SessionState.PLANNED));
        return sessions.search(toCome, 0, 1).items().stream().findFirst();
    }

    /** Over, held, and closed by nobody; the oldest first. */
    List<SessionInfo> unclosed(int most) {
        Instant now = clock.instant();
        var begun = new Sessions.Query(
                null, trainerId(), null, null, now, EnumSet.of(SessionState.OPEN, SessionState.AWAITING_DATA));
        return sessions.search(begun, 0, PageOf.MAX_SIZE).items().stream()
                .filter(session -> !session.endsAt().isAfter(now))
                .limit(most)
                .toList();
    }

    /** What is shown unless something else is asked for. */
    SessionFilter fromToday() {
        return new SessionFilter(null, LocalDate.now(clock.withZone(DAYS)), null, null);
    }

    /** Sessions of the current day. */
    List<SessionInfo> today() {
        LocalDate day = day();
        return page(new SessionFilter(null, day, day, null), 0, PageOf.MAX_SIZE).items();
    }

    private Sessions.Query query(SessionFilter filter) {
        return new Sessions.Query(
                filter.groupId(),
                trainerId(),
                null,
                start(filter.from()),
                filter.to() == null ? null : start(filter.to().plusDays(1)),
                filter.state() == null ? Set.of() : EnumSet.of(filter.state()),
                filter.q());
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(DAYS).toInstant();
    }
}
