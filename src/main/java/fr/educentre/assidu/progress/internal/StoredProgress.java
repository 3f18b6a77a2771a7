package fr.educentre.assidu.progress.internal;

import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Centre.ModuleInfo;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredProgress implements Progress {

    private final ProgressStore store;
    private final Groups groups;
    private final Centre centre;
    private final Clock clock;

    StoredProgress(ProgressStore store, Groups groups, Centre centre, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.centre = centre;
        this.clock = clock;
    }

    @Override
    public Map<UUID, LearnerProgress> ofGroup(UUID groupId, Collection<UUID> learnerIds) {
        GroupInfo group = groups.get(groupId);
        List<ActivityRequirement> required = store.requirements(List.of(groupId));
        List<List<ActivityRequirement>> modules =
                modules(centre.modules(group.programme().id()), required);
        List<ActivityRequirement> evaluations =
                required.stream().filter(ActivityRequirement::evaluation).toList();
        Map<UUID, Map<String, ActivityResult>> results = store.results(learnerIds);
        Map<UUID, ProgressStore.Connection> connections = store.connections(learnerIds);
        Map<UUID, LearnerProgress> found = new HashMap<>();
        for (UUID learner : learnerIds) {
            Map<String, ActivityResult> theirs = results.getOrDefault(learner, Map.of());
            var connection = connections.get(learner);
            int completed = (int) modules.stream()
                    .filter(module -> module.stream().allMatch(one -> one.achieved(theirs.get(one.activityId()))))
                    .count();
            int taken = (int) evaluations.stream()
                    .filter(one -> one.taken(theirs.get(one.activityId())))
                    .count();
            int passed = (int) evaluations.stream()
                    .filter(one -> one.passed(theirs.get(one.activityId())))
                    .count();
            found.put(
                    learner,
                    new LearnerProgress(
                            learner,
                            modules.size(),
                            completed,
                            connection == null ? 0 : connection.minutes(),
                            evaluations.size() - taken,
                            taken,
                            passed,
                            connection == null ? null : connection.lastAt()));
        }
        return found;
    }

    /** What each module asks for: the group's requirements, else the activities it holds; a module without any is left out. */
    private static List<List<ActivityRequirement>> modules(
            List<ModuleInfo> modules, List<ActivityRequirement> required) {
        return modules.stream()
                .map(module -> {
                    var asked = required.stream()
                            .filter(one -> one.moduleId().equals(module.id()))
                            .toList();
                    return asked.isEmpty()
                            ? module.activityIds().stream()
                                    .map(id -> new ActivityRequirement(
                                            module.id(), module.id(), id, id, false, 0, null, null))
                                    .toList()
                            : asked;
                })
                .filter(asked -> !asked.isEmpty())
                .toList();
    }

    @Override
    public Map<UUID, ActivitySituation> situations(Collection<UUID> learnerIds) {
        Map<UUID, Instant> lastAt = new HashMap<>();
        store.connections(learnerIds).forEach((learner, connection) -> lastAt.put(learner, connection.lastAt()));
        return situations(learnerIds, LocalDate.now(clock.withZone(ZoneOffset.UTC)), lastAt, store.results(learnerIds));
    }

    @Override
    public Map<UUID, ActivitySituation> situationsAt(Collection<UUID> learnerIds, Instant at) {
        return situations(
                learnerIds,
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                store.lastActivityAt(learnerIds, at),
                store.resultsAt(learnerIds, at));
    }

    private Map<UUID, ActivitySituation> situations(
            Collection<UUID> learnerIds,
            LocalDate day,
            Map<UUID, Instant> lastAt,
            Map<UUID, Map<String, ActivityResult>> results) {
        Map<UUID, GroupInfo> groupOf = groups.groupsOf(learnerIds, day);
        Map<UUID, List<ActivityRequirement>> required = byGroup(groupOf.values());
        Map<UUID, ActivitySituation> found = new HashMap<>();
        for (UUID learner : learnerIds) {
            Map<String, ActivityResult> theirs = results.getOrDefault(learner, Map.of());
            GroupInfo group = groupOf.get(learner);
            List<ActivityRequirement> open = group == null
                    ? List.of()
                    : required.getOrDefault(group.id(), List.of()).stream()
                            .filter(one -> !one.achieved(theirs.get(one.activityId())))
                            .toList();
            Instant next = open.stream()
                    .flatMap(one -> java.util.stream.Stream.ofNullable(due(one, group)))
                    .min(Instant::compareTo)
                    .orElse(null);
            found.put(learner, new ActivitySituation(learner, lastAt.get(learner), next, open.size()));
        }
        return found;
    }

    private Map<UUID, List<ActivityRequirement>> byGroup(Collection<GroupInfo> of) {
        Set<UUID> ids = of.stream().map(GroupInfo::id).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : store.requirements(ids).stream().collect(Collectors.groupingBy(ActivityRequirement::groupId));
    }

    /** The end of the day it is due on, where the group is. */
    private static @Nullable Instant due(ActivityRequirement one, @Nullable GroupInfo group) {
        ZoneId zone = group == null ? ZoneOffset.UTC : group.site().zone();
        return one.dueOn() == null
                ? null
                : one.dueOn().plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public List<ResultView> results(UUID learnerId) {
        GroupInfo group = groups.groupsOf(List.of(learnerId), LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .get(learnerId);
        Map<String, ActivityResult> theirs = store.results(List.of(learnerId)).getOrDefault(learnerId, Map.of());
        Map<UUID, ModuleInfo> modules = new LinkedHashMap<>();
        List<ResultView> views = new ArrayList<>();
        Set<String> told = new HashSet<>();
        if (group != null) {
            centre.modules(group.programme().id()).forEach(module -> modules.put(module.id(), module));
            for (ActivityRequirement one : store.requirements(List.of(group.id()))) {
                told.add(one.activityId());
                views.add(view(one, theirs.get(one.activityId()), modules.get(one.moduleId()), due(one, group)));
            }
        }
        for (ModuleInfo module : modules.values()) {
            for (String activity : module.activityIds()) {
                if (told.add(activity)) {
                    var plain =
                            new ActivityRequirement(module.id(), module.id(), activity, activity, false, 0, null, null);
                    views.add(view(plain, theirs.get(activity), module, null));
                }
            }
        }
        return views;
    }

    private static ResultView view(
            ActivityRequirement one,
            @Nullable ActivityResult result,
            @Nullable ModuleInfo module,
            @Nullable Instant dueAt) {
        return new ResultView(
                new ResultView.Activity(
                        one.activityId(),
                        one.title(),
                        module == null ? "" : module.title(),
                        one.evaluation(),
                        one.estimatedMinutes()),
                result == null
                        ? null
                        : one.passed(result)
                                ? ActivityResult.State.PASSED.name()
                                : result.state().name(),
                result == null || result.score() == null ? null : result.score().doubleValue(),
                result == null ? null : result.doneAt() == null ? result.lastAt() : result.doneAt(),
                dueAt);
    }

    @Override
    public Map<UUID, Integer> creditedActivityMinutes(UUID groupId, Collection<UUID> learnerIds) {
        Map<UUID, List<CreditedActivity>> activities = creditedActivities(groupId, learnerIds);
        Map<UUID, Integer> credited = new HashMap<>();
        for (UUID learner : learnerIds) {
            credited.put(
                    learner,
                    activities.getOrDefault(learner, List.of()).stream()
                            .mapToInt(CreditedActivity::estimatedMinutes)
                            .sum());
        }
        return credited;
    }

    @Override
    public Map<UUID, List<CreditedActivity>> creditedActivities(UUID groupId, Collection<UUID> learnerIds) {
        List<ActivityRequirement> required = store.requirements(List.of(groupId));
        Map<UUID, Map<String, ActivityResult>> results = store.results(learnerIds);
        Map<UUID, List<CreditedActivity>> credited = new HashMap<>();
        results.forEach((learner, theirs) -> credited.put(
                learner,
                required.stream()
                        .filter(one -> one.achieved(theirs.get(one.activityId())))
                        .map(one -> credited(one, Objects.requireNonNull(theirs.get(one.activityId()))))
                        .toList()));
        return credited;
    }

    private static CreditedActivity credited(ActivityRequirement asked, ActivityResult result) {
        return new CreditedActivity(
                asked.activityId(),
                asked.title(),
                asked.estimatedMinutes(),
                result.doneAt() == null ? result.lastAt() : result.doneAt());
    }
}
