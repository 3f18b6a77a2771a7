package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.sources.ZoomRegistrations;
import fr.educentre.assidu.sources.ZoomRegistrations.Registration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{id}/registrations")
@Tag(name = "Evidence")
class ZoomRegistrationsController {

    private final ZoomRegistrations registrations;

    ZoomRegistrationsController(ZoomRegistrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.LEARNER})
    @Guarded("session")
    @Operation(summary = "Join links of the learners expected; a learner sees their own")
    PageOf<Registration> list(@PathVariable UUID id) {
        return whole(registrations.of(id));
    }

    @PostMapping
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER})
    @Guarded("session")
    @Operation(summary = "Register the learners expected with Zoom; those who are stay as they are")
    PageOf<Registration> register(@PathVariable UUID id) {
        return whole(registrations.register(id));
    }

    private static PageOf<Registration> whole(List<Registration> all) {
        return new PageOf<>(all, 0, all.size(), all.size());
    }
}
