package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.ActivityRecorded;
import fr.educentre.assidu.evidence.Evidences.MatchesDecided;
import fr.educentre.assidu.evidence.Statements;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.progress.Progress.ProgressChanged;
import fr.educentre.assidu.progress.internal.CountingDue.Afresh;
import fr.educentre.assidu.progress.internal.CountingDue.Around;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.collections4.ListUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts connection time and results again around what is new. The activity is committed together with the job that counts
 * it; whoever recorded it finds it counted when the call returns, unless it is about many.
 */
@Component
class ProgressUpdater implements DurableJobHandler<CountingDue> {

    /** Traces matched in the running transaction are at most this old. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration AROUND = Duration.ofDays(2);
    private static final int LEARNERS_A_JOB = 50;

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    private final Evidences evidences;
    private final Statements statements;
    private final Groups groups;
    private final ProgressStore store;
    private final RuleParameters parameters;
    private final DurableJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgressUpdater(
            Evidences evidences,
            Statements statements,
            Groups groups,
            ProgressStore store,
            RuleParameters parameters,
            DurableJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evidences = evidences;
        this.statements = statements;
        this.groups = groups;
        this.store = store;
        this.parameters = parameters;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(MatchesDecided decided) {
        around(statements.freshActivity(decided.learnerIds(), clock.instant().minus(FRESH)));
    }

    @EventListener
    void on(ActivityRecorded recorded) {
        around(recorded.activity());
    }

    private void around(Map<UUID, TimeSlot> fresh) {
        jobs.submitAtOnce(
                CountingDue.TYPE,
                slices(fresh.keySet()).stream()
                        .map(some -> {
                            Map<UUID, TimeSlot> theirs = new TreeMap<>(fresh);
                            theirs.keySet().retainAll(some);
                            return new Around(TimeOrderedId.next(), theirs);
                        })
                        .toList());
    }

    @EventListener
    void on(Statements.ActivityVoided voided) {
        jobs.submitAtOnce(
                CountingDue.TYPE,
                slices(voided.learnerIds()).stream()
                        .map(some -> new Afresh(TimeOrderedId.next(), Set.copyOf(some)))
                        .toList());
    }

    private static List<List<UUID>> slices(Collection<UUID> learnerIds) {
        return ListUtils.partition(List.copyOf(learnerIds), LEARNERS_A_JOB);
    }

    @Override
    public DurableJobType<CountingDue> type() {
        return CountingDue.TYPE;
    }

    @Override
    public void run(CountingDue due) {
        switch (due) {
            case Around some -> {
                count(some.fresh().keySet(), some.fresh());
                changed(some.fresh().keySet());
            }
            case Afresh some -> {
                store.lock(some.learners());
                store.forget(some.learners());
                count(some.learners(), always(some.learners()));
                changed(some.learners());
            }
        }
    }

    private Map<UUID, TimeSlot> always(Set<UUID> learners) {
        var always = new TimeSlot(
                Instant.parse("1990-01-01T00:00:00Z"), clock.instant().plus(Duration.ofDays(3660)));
        Map<UUID, TimeSlot> stretches = new HashMap<>();
        learners.forEach(id -> stretches.put(id, always));
        return stretches;
    }

    private void changed(Collection<UUID> learnerIds) {
        if (!learnerIds.isEmpty()) {
            events.publishEvent(new ProgressChanged(Set.copyOf(learnerIds)));
        }
    }

    private void count(Collection<UUID> learnerIds, Map<UUID, TimeSlot> stretches) {
        store.lock(learnerIds);
        Instant from = learnerIds.stream()
                .map(id -> span(stretches, id).from())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = learnerIds.stream()
                .map(id -> span(stretches, id).to())
                .max(Instant::compareTo)
                .orElseThrow();
        Map<UUID, List<Trace>> activity =
                evidences.activityOf(learnerIds, from.minus(AROUND.multipliedBy(2)), to.plus(AROUND.multipliedBy(2)));
        Map<UUID, GroupInfo> groupsOf = groups.groupsOf(learnerIds, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        Map<UUID, Map<String, ActivityResult>> known = store.results(learnerIds);
        Duration idleCap = parameters.idleCap();
        List<ProgressStore.CountedDay> days = new ArrayList<>();
        Map<UUID, Collection<ActivityResult>> results = new HashMap<>();
        activity.forEach((learner, traces) -> {
            GroupInfo group = groupsOf.get(learner);
            ZoneId zone = group == null ? DEFAULT_ZONE : group.site().zone();
            TimeSlot stretch = span(stretches, learner);
            LocalDate first =
                    stretch.from().minus(AROUND).atZone(zone).toLocalDate().plusDays(1);
            LocalDate last =
                    stretch.to().plus(AROUND).atZone(zone).toLocalDate().minusDays(1);
            ConnectionTime.byDay(traces, zone, idleCap).forEach((day, time) -> {
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    days.add(new ProgressStore.CountedDay(learner, day, time));
                }
            });
            Map<String, ActivityResult> theirs = new HashMap<>(known.getOrDefault(learner, Map.of()));
            traces.forEach(trace -> ActivityResult.of(trace)
                    .ifPresent(result -> theirs.merge(result.activityId(), result, ActivityResult::plus)));
            results.put(learner, theirs.values());
        });
        store.keepDays(days);
        store.keepResults(results);
    }

    private static TimeSlot span(Map<UUID, TimeSlot> stretches, UUID learner) {
        return java.util.Objects.requireNonNull(stretches.get(learner));
    }
}
