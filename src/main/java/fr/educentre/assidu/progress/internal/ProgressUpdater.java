package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Statements;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.progress.Progress.ProgressChanged;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.TimeSlot;
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
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts connection time and results again around what is new, in the transaction that brought it. */
@Component
class ProgressUpdater {

    /** Traces matched in the running transaction are at most this old. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration AROUND = Duration.ofDays(2);
    private static final int SLICE = 50;
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    private final Evidences evidences;
    private final Statements statements;
    private final Groups groups;
    private final ProgressStore store;
    private final RuleParameters parameters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProgressUpdater(
            Evidences evidences,
            Statements statements,
            Groups groups,
            ProgressStore store,
            RuleParameters parameters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evidences = evidences;
        this.statements = statements;
        this.groups = groups;
        this.store = store;
        this.parameters = parameters;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(EvidenceRecorded recorded) {
        Map<UUID, TimeSlot> fresh =
                statements.freshActivity(recorded.learnerIds(), clock.instant().minus(FRESH));
        var learners = List.copyOf(fresh.keySet());
        for (int from = 0; from < learners.size(); from += SLICE) {
            count(learners.subList(from, Math.min(learners.size(), from + SLICE)), fresh);
        }
        changed(learners);
    }

    @EventListener
    @Transactional
    void on(Statements.ActivityVoided voided) {
        store.lock(voided.learnerIds());
        store.forget(voided.learnerIds());
        var always = new TimeSlot(
                Instant.parse("1990-01-01T00:00:00Z"), clock.instant().plus(Duration.ofDays(3660)));
        Map<UUID, TimeSlot> stretches = new HashMap<>();
        voided.learnerIds().forEach(id -> stretches.put(id, always));
        count(voided.learnerIds(), stretches);
        changed(voided.learnerIds());
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
            ZoneId zone = group == null ? DEFAULT_ZONE : group.zone();
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
