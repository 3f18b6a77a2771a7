package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who follows a learner. */
@Component
class Recipients {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Groups groups;
    private final Sessions sessions;
    private final Centre centre;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Recipients(Groups groups, Sessions sessions, Centre centre, WorkingCalendars calendars, Clock clock) {
        this.groups = groups;
        this.sessions = sessions;
        this.centre = centre;
        this.calendars = calendars;
        this.clock = clock;
    }

    Optional<ContactInfo> referent(UUID learnerId) {
        return group(learnerId).map(GroupInfo::referent);
    }

    ZoneId zone(UUID learnerId) {
        return group(learnerId).map(one -> one.site().zone()).orElse(PARIS);
    }

    /** Those of the site of the learner's group. */
    WorkingDays workingDays(UUID learnerId) {
        return group(learnerId).map(one -> calendars.of(one.site().id())).orElseGet(() -> WorkingDays.of(PARIS));
    }

    /** The trainer of the last of these sessions. */
    Optional<ContactInfo> trainerOfLast(Collection<UUID> sessionIds) {
        return sessions.byIds(sessionIds).values().stream()
                .max(Comparator.comparing(SessionInfo::startsAt))
                .flatMap(session -> centre.trainer(session.trainer().id()));
    }

    /** The same; where no session is behind an alert, of the learner's last one. */
    Optional<ContactInfo> trainerOfLast(UUID learnerId, Collection<UUID> sessionIds) {
        return sessionIds.isEmpty()
                ? group(learnerId)
                        .flatMap(group -> sessions
                                .search(
                                        new Sessions.Query(
                                                group.id(), null, learnerId, null, clock.instant(), Set.of()),
                                        0,
                                        PageOf.MAX_SIZE)
                                .items()
                                .stream()
                                .max(Comparator.comparing(SessionInfo::startsAt))
                                .flatMap(session ->
                                        centre.trainer(session.trainer().id())))
                : trainerOfLast(sessionIds);
    }

    /** Name and phone of the referent, or the centre's number. */
    String reachableReferent(UUID learnerId) {
        return referent(learnerId)
                .map(known -> known.phone() == null ? known.name() : known.name() + ", " + known.phone())
                .orElseGet(() -> centre.organisation().contact().phone());
    }

    /** The learner's referent, and every referent when theirs is away. */
    String referentGroups(UUID learnerId) {
        return referent(learnerId).map(known -> "person:" + known.id() + ",").orElse("") + "role:REFERENT";
    }

    private Optional<GroupInfo> group(UUID learnerId) {
        return Optional.ofNullable(
                groups.groupsOf(List.of(learnerId), LocalDate.now(clock)).get(learnerId));
    }
}
