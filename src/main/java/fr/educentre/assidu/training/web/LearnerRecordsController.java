package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.RecordController;
import fr.educentre.assidu.training.management.LearnerContent;
import fr.educentre.assidu.training.management.LearnerRecords;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/learners")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
@Tag(name = "Centre")
class LearnerRecordsController extends RecordController<LearnerContent> {

    LearnerRecordsController(LearnerRecords learners) {
        super(learners);
    }
}
