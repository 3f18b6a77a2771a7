package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.ManagedController;
import fr.educentre.assidu.training.management.ReferentContent;
import fr.educentre.assidu.training.management.Referents;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/referents")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Centre")
class ReferentsController extends ManagedController<ReferentContent> {

    ReferentsController(Referents referents) {
        super(referents);
    }
}
