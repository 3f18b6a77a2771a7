package fr.educentre.assidu.overview.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.TimelineEntry;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Dashboards")
class DashboardsController {

    private final Dashboards dashboards;

    DashboardsController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/groups/{id}/dashboard")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("group")
    @Operation(summary = "Figures of a group and of each of its learners")
    GroupDashboard dashboard(@PathVariable UUID id) {
        return dashboards.ofGroup(id);
    }

    @GetMapping("/learners/{id}/timeline")
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
    @Guarded("learner")
    @Operation(summary = "Traces, verdicts, absences, alerts, messages, justifications and documents, oldest first")
    PageOf<TimelineEntry> timeline(
            @PathVariable UUID id,
            @Parameter(description = "Some kinds alone; all without it") @RequestParam(defaultValue = "")
                    Set<TimelineEntry.Kind> kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > 1_000_000) {
            throw Refusal.malformed("refusal.parameter", "page", String.valueOf(page));
        }
        if (size < 1 || size > PageOf.MAX_SIZE) {
            throw Refusal.malformed("refusal.parameter", "size", String.valueOf(size));
        }
        return dashboards.timeline(id, false, kind, PageOf.page(page), PageOf.size(size));
    }
}
