package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.ManagedController;
import fr.educentre.assidu.training.management.EnrolmentContent;
import fr.educentre.assidu.training.management.EnrolmentRecords;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/enrolments")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Centre")
class EnrolmentsController extends ManagedController<EnrolmentContent> {

    EnrolmentsController(EnrolmentRecords enrolments) {
        super(enrolments);
    }
}
