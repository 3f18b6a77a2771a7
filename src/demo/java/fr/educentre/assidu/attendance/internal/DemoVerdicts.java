package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.collections4.ListUtils;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides the demonstration's past sessions, each as if on its own day. All are closed but the last few, and those of the
 * last two days are told of, so that their absences are asked about like real ones.
 */
@Component
@Profile("demo")
class DemoVerdicts implements DemoStep {

    private static final String SYSTEM = "Assidu";
    private static final int SLICE = 40;
    private static final int LEFT_OPEN = 4;
    private static final Duration AFTER_THE_END = Duration.ofMinutes(30);
    private static final Duration RECENT = Duration.ofHours(48);

    private final Sessions sessions;
    private final AttendanceDecision deciding;
    private final AbsenceCaseStore cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoVerdicts(
            Sessions sessions,
            AttendanceDecision deciding,
            AbsenceCaseStore cases,
            TransactionTemplate transaction,
            Clock clock) {
        this.sessions = sessions;
        this.deciding = deciding;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void run(DemoPlan plan) {
        Instant now = clock.instant();
        List<SessionInfo> past = past(now);
        List<SessionInfo> closed = past.subList(0, Math.max(0, past.size() - LEFT_OPEN));
        closed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.trainer().name(),
                        TreeMap::new,
                        Collectors.mapping(SessionInfo::id, Collectors.toList())))
                .forEach((trainer, theirs) -> sessions.closePast(theirs, trainer));
        Instant recent = now.minus(RECENT);
        decide(past.stream().filter(s -> s.endsAt().isBefore(recent)).toList(), now, false);
        transaction.executeWithoutResult(status -> endOverdue(now));
        decide(past.stream().filter(s -> !s.endsAt().isBefore(recent)).toList(), now, true);
    }

    private List<SessionInfo> past(Instant now) {
        var query = new Sessions.Query(null, null, null, null, now, Set.of());
        List<SessionInfo> past = new ArrayList<>();
        PageOf<SessionInfo> some;
        int page = 0;
        do {
            some = sessions.search(query, page++, PageOf.MAX_SIZE);
            some.items().stream()
                    .filter(s -> !s.endsAt().isAfter(now))
                    .filter(s -> !s.externalId().startsWith(DemoPlan.LEFT_ALONE))
                    .filter(s -> s.state() != SessionState.CANCELLED && s.state() != SessionState.POSTPONED)
                    .forEach(past::add);
        } while (some.items().size() == PageOf.MAX_SIZE);
        return past;
    }

    private void decide(List<SessionInfo> some, Instant now, boolean tell) {
        for (List<UUID> slice :
                ListUtils.partition(some.stream().map(SessionInfo::id).toList(), SLICE)) {
            deciding.decide(slice, null, session -> earlier(session.endsAt().plus(AFTER_THE_END), now), tell);
        }
    }

    /** What nobody justified in time. */
    private void endOverdue(Instant now) {
        cases.endOverdue(now, SYSTEM);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
