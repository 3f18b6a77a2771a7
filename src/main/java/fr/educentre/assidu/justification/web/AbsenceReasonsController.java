package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.AbsenceReasonContent;
import fr.educentre.assidu.justification.AbsenceReasons;
import fr.educentre.assidu.shell.web.ManagedController;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/absence-reasons")
@AllowedRoles(Role.ADMIN)
@Tag(name = "Centre")
class AbsenceReasonsController extends ManagedController<AbsenceReasonContent> {

    AbsenceReasonsController(AbsenceReasons reasons) {
        super(reasons);
    }
}
