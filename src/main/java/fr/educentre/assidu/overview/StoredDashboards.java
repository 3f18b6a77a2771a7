package fr.educentre.assidu.overview;

import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredDashboards implements Dashboards {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Paris");

    private final AttendanceOutcomeQueries outcomes;
    private final TimelineQueries timelines;
    private final Progress progress;
    private final Groups groups;
    private final Learners learners;
    private final Enrolments enrolments;
    private final Clock clock;

    StoredDashboards(
            AttendanceOutcomeQueries outcomes,
            TimelineQueries timelines,
            Progress progress,
            Groups groups,
            Learners learners,
            Enrolments enrolments,
            Clock clock) {
        this.outcomes = outcomes;
        this.timelines = timelines;
        this.progress = progress;
        this.groups = groups;
        this.learners = learners;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    @Override
    public GroupDashboard ofGroup(UUID groupId) {
        GroupInfo group = groups.get(groupId);
        List<LearnerInfo> members = groups.everMembers(groupId);
        List<UUID> ids = members.stream().map(LearnerInfo::id).toList();
        var results = progress.ofGroup(groupId, ids);
        var activities = progress.creditedActivityMinutes(groupId, ids);
        var retained = outcomes.outcomes(ids, groupId);
        var agreed = outcomes.agreed(ids, groupId);
        var atRisk = outcomes.atRisk(ids);
        AttendanceTally sum = AttendanceTally.NOTHING;
        List<LearnerFigures> items = new ArrayList<>();
        for (LearnerInfo learner : members) {
            UUID id = learner.id();
            List<AttendanceOutcome> theirOutcomes = retained.getOrDefault(id, List.of());
            AttendanceTally theirs = AttendanceTally.of(
                    theirOutcomes,
                    results.get(id),
                    activities.getOrDefault(id, 0),
                    agreed.getOrDefault(id, 0),
                    group.site().zone());
            sum = sum.plus(theirs);
            items.add(figures(
                    learner,
                    atRisk.getOrDefault(id, List.of()),
                    WeeklyRates.of(
                            theirOutcomes,
                            LocalDate.now(clock.withZone(group.site().zone()))),
                    theirs));
        }
        return new GroupDashboard(groupId, group.code(), group.name(), sum.figures(), items);
    }

    @Override
    public LearnerFigures ofLearner(UUID learnerId) {
        LearnerInfo learner = learners.get(learnerId);
        List<UUID> ids = List.of(learnerId);
        GroupInfo group = groups.groupsOf(ids, today()).get(learnerId);
        List<UUID> enrolledIn = enrolments.ofLearner(learnerId).stream()
                .map(one -> one.group().id())
                .distinct()
                .toList();
        UUID current = group != null ? group.id() : enrolledIn.isEmpty() ? null : enrolledIn.getFirst();
        List<AttendanceOutcome> theirOutcomes = outcomes.outcomes(ids, null).getOrDefault(learnerId, List.of());
        AttendanceTally tally = AttendanceTally.of(
                theirOutcomes,
                current == null ? null : progress.ofGroup(current, ids).get(learnerId),
                enrolledIn.stream()
                        .mapToInt(
                                id -> progress.creditedActivityMinutes(id, ids).getOrDefault(learnerId, 0))
                        .sum(),
                outcomes.agreed(ids, null).getOrDefault(learnerId, 0),
                group == null ? DEFAULT_ZONE : group.site().zone());
        return figures(
                learner,
                outcomes.atRisk(ids).getOrDefault(learnerId, List.of()),
                WeeklyRates.of(theirOutcomes, today()),
                tally);
    }

    @Override
    public PageOf<TimelineEntry> timeline(
            UUID learnerId, boolean newestFirst, Set<TimelineEntry.Kind> kinds, int page, int size) {
        learners.get(learnerId);
        GroupInfo group = groups.groupsOf(List.of(learnerId), today()).get(learnerId);
        return timelines.of(
                learnerId, group == null ? DEFAULT_ZONE : group.site().zone(), newestFirst, kinds, page, size);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(DEFAULT_ZONE));
    }

    private static LearnerFigures figures(
            LearnerInfo learner, List<Wording> why, List<@Nullable BigDecimal> trend, AttendanceTally tally) {
        return new LearnerFigures(
                learner.id(),
                learner.name(),
                learner.firstName(),
                learner.lastName(),
                !why.isEmpty(),
                why,
                trend,
                tally.figures());
    }
}
