package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.RecordController;
import fr.educentre.assidu.training.management.GroupContent;
import fr.educentre.assidu.training.management.LearnerGroups;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/groups")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Centre")
class GroupRecordsController extends RecordController<GroupContent> {

    GroupRecordsController(LearnerGroups groups) {
        super(groups);
    }
}
