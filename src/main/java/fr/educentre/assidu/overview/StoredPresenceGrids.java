package fr.educentre.assidu.overview;

import fr.educentre.assidu.overview.PresenceGrid.Cell;
import fr.educentre.assidu.overview.PresenceGrid.HeldSession;
import fr.educentre.assidu.overview.PresenceGrid.Line;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredPresenceGrids implements PresenceGrids {

    private final PresenceGridQueries queries;
    private final AttendanceOutcomeQueries outcomes;
    private final Groups groups;

    StoredPresenceGrids(PresenceGridQueries queries, AttendanceOutcomeQueries outcomes, Groups groups) {
        this.queries = queries;
        this.outcomes = outcomes;
        this.groups = groups;
    }

    @Override
    public PresenceGrid ofGroup(UUID groupId, Period period, Window sessions, Window learners) {
        GroupInfo group = groups.get(groupId);
        PageOf<HeldSession> held = queries.sessions(groupId, group.site().zone(), period, sessions);
        List<LearnerInfo> members = groups.everMembers(groupId);
        Map<UUID, List<Wording>> atRisk =
                outcomes.atRisk(members.stream().map(LearnerInfo::id).toList());
        List<LearnerInfo> shown = members.stream()
                .sorted(Comparator.comparing(one -> !atRisk.containsKey(one.id())))
                .skip((long) learners.page() * learners.size())
                .limit(learners.size())
                .toList();
        List<UUID> columns = held.items().stream().map(HeldSession::id).toList();
        Map<UUID, Map<UUID, Cell>> cells =
                queries.cells(columns, shown.stream().map(LearnerInfo::id).toList());
        List<Line> lines = shown.stream()
                .map(one -> line(
                        one, atRisk.getOrDefault(one.id(), List.of()), columns, cells.getOrDefault(one.id(), Map.of())))
                .toList();
        return new PresenceGrid(groupId, held, new PageOf<>(lines, learners.page(), learners.size(), members.size()));
    }

    private static Line line(LearnerInfo learner, List<Wording> why, List<UUID> columns, Map<UUID, Cell> cells) {
        return new Line(
                learner.id(),
                learner.name(),
                learner.firstName(),
                learner.lastName(),
                !why.isEmpty(),
                why,
                columns.stream().map(cells::get).filter(Objects::nonNull).toList());
    }
}
