package fr.educentre.assidu.sources.demo;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Traces of every source for the sessions that are over, and what was done at a distance. All at once: attendance leaves
 * such a load to its own step.
 */
@Component
@Profile("demo")
class DemoEvidenceStep implements DemoStep {

    private static final int PAGE = 500;

    private final Sessions sessions;
    private final Groups groups;
    private final Centre centre;
    private final Evidences evidences;
    private final Texts texts;
    private final Clock clock;

    DemoEvidenceStep(Sessions sessions, Groups groups, Centre centre, Evidences evidences, Texts texts, Clock clock) {
        this.sessions = sessions;
        this.groups = groups;
        this.centre = centre;
        this.evidences = evidences;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    @Transactional
    public void run(DemoPlan plan) {
        Map<UUID, List<String>> activities = activities();
        List<NewTrace> traces = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<SessionInfo> over = sessions.search(
                            new Sessions.Query(null, null, null, null, clock.instant(), Set.of()), page, PAGE)
                    .items();
            List<SessionInfo> held = over.stream().filter(this::held).toList();
            Map<UUID, List<ExpectedLearner>> expected =
                    sessions.expected(held.stream().map(SessionInfo::id).toList());
            for (SessionInfo session : held) {
                var told = new DemoTraces(
                        session,
                        activities.getOrDefault(session.moduleId(), List.of()),
                        texts.in(Texts.FRENCH, "attendance.rollCall.reason"));
                traces.addAll(told.of(expected.getOrDefault(session.id(), List.of())));
            }
            if (over.size() < PAGE) {
                break;
            }
        }
        traces.addAll(statements(plan));
        Instant quiet = plan.today()
                .minusDays(DemoPlan.SILENT_DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        traces.removeIf(trace -> trace.kind() == TraceKind.ACTIVITY
                && trace.person().issuedId() != null
                && DemoPlan.silent(trace.person().issuedId())
                && trace.time().occurredAt().isAfter(quiet));
        evidences.loadHistory(traces);
    }

    private List<NewTrace> statements(DemoPlan plan) {
        List<NewTrace> statements = new ArrayList<>();
        PageOf<GroupInfo> some;
        int page = 0;
        do {
            some = groups.search(null, page++, PageOf.MAX_SIZE);
            for (GroupInfo group : some.items()) {
                var told = new DemoStatements(
                        group, centre.modules(group.programme().id()), plan.today(), clock.instant());
                groups.members(group.id(), plan.today()).forEach(member -> statements.addAll(told.of(member)));
            }
        } while (some.items().size() == PageOf.MAX_SIZE);
        return statements;
    }

    private boolean held(SessionInfo session) {
        return !session.endsAt().isAfter(clock.instant())
                && session.state() != SessionState.CANCELLED
                && session.state() != SessionState.POSTPONED
                && !session.externalId().startsWith(DemoPlan.LEFT_ALONE);
    }

    private Map<UUID, List<String>> activities() {
        Map<UUID, List<String>> byModule = new HashMap<>();
        centre.modulesByActivity()
                .forEach((activity, modules) ->
                        modules.forEach(module -> byModule.computeIfAbsent(module, id -> new ArrayList<>())
                                .add(activity)));
        byModule.values().forEach(list -> list.sort(null));
        return byModule;
    }
}
