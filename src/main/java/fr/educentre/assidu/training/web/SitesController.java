package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.web.ManagedController;
import fr.educentre.assidu.training.management.SiteContent;
import fr.educentre.assidu.training.management.Sites;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sites")
@AllowedRoles(Role.ADMIN)
@Tag(name = "Centre")
class SitesController extends ManagedController<SiteContent> {

    SitesController(Sites sites) {
        super(sites);
    }
}
