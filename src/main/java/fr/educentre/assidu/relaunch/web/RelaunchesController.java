package fr.educentre.assidu.relaunch.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Relaunches")
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class RelaunchesController {

    private final Relaunches relaunches;

    RelaunchesController(Relaunches relaunches) {
        this.relaunches = relaunches;
    }

    @GetMapping("/api/v1/learners/{id}/relaunches")
    @Guarded("learner")
    @Operation(summary = "Relaunches of a learner, newest first")
    PageOf<RelaunchView> ofLearner(@PathVariable UUID id) {
        List<RelaunchView> all = relaunches.ofLearner(id);
        return new PageOf<>(all, 0, Math.max(all.size(), PageOf.DEFAULT_SIZE), all.size());
    }
}
