package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.ManagedController;
import fr.educentre.assidu.training.management.EmployerContent;
import fr.educentre.assidu.training.management.Employers;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/employers")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Centre")
class EmployersController extends ManagedController<EmployerContent> {

    EmployersController(Employers employers) {
        super(employers);
    }
}
