package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.management.LearnerGroups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/groups")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
@Tag(name = "Training centre")
class GroupsController {

    private final Groups groups;
    private final LearnerGroups records;
    private final CurrentActor current;

    GroupsController(Groups groups, LearnerGroups records, CurrentActor current) {
        this.groups = groups;
        this.records = records;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Groups the caller may see, by name")
    PageOf<TrainingJson.Group> list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        int number = ListParameters.page(page);
        int length = ListParameters.size(size);
        VisibilityFilter visible = VisibilityFilter.to(current.get());
        UUID learner = visible.learner();
        PageOf<GroupInfo> found = learner == null
                ? groups.search(visible.trainer(), number, length)
                : page(groups.everOf(learner), number, length);
        return found.map(TrainingJson.Group::of);
    }

    private static PageOf<GroupInfo> page(List<GroupInfo> all, int number, int length) {
        return new PageOf<>(
                all.stream().skip((long) number * length).limit(length).toList(), number, length, all.size());
    }

    @GetMapping("/{id}")
    @Guarded("group")
    @Operation(summary = "One group; with its version, for a change, to who may make one")
    TrainingJson.GroupRecord one(@PathVariable UUID id) {
        return new TrainingJson.GroupRecord(
                TrainingJson.Group.of(groups.get(id)),
                current.get().role() == Role.QUALITY_MANAGER
                        ? TrainingJson.GroupRecord.GroupKeys.of(records.get(id))
                        : null);
    }
}
