package fr.educentre.assidu.overview.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.PresenceGrid;
import fr.educentre.assidu.overview.PresenceGrids;
import fr.educentre.assidu.overview.PresenceGrids.Period;
import fr.educentre.assidu.overview.PresenceGrids.Window;
import fr.educentre.assidu.overview.TimelineEntry;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Dashboards")
class DashboardsController {

    /** Columns of a grid unless the caller asks for others. */
    private static final int SESSIONS = 20;

    private final Dashboards dashboards;
    private final PresenceGrids grids;

    DashboardsController(Dashboards dashboards, PresenceGrids grids) {
        this.dashboards = dashboards;
        this.grids = grids;
    }

    @GetMapping("/groups/{id}/dashboard")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("group")
    @Operation(summary = "Figures of a group and of each of its learners")
    GroupDashboard dashboard(@PathVariable UUID id) {
        return dashboards.ofGroup(id);
    }

    @GetMapping("/groups/{id}/presence-grid")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    @Guarded("group")
    @Operation(
            summary = "What is retained of each learner at each session that has begun: sessions latest first"
                    + " (sessionPage, sessionSize), learners at risk first, then by name (page, size); from and to: days,"
                    + " both included")
    PresenceGrid presenceGrid(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int sessionPage,
            @RequestParam(defaultValue = "" + SESSIONS) int sessionSize,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        LocalDate first = ListParameters.day("from", from);
        LocalDate last = ListParameters.day("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw Refusal.malformed("refusal.parameter.period", "from", "to");
        }
        return grids.ofGroup(
                id,
                new Period(first, last),
                window("sessionPage", sessionPage, "sessionSize", sessionSize),
                window("page", page, "size", size));
    }

    private static Window window(String pageName, int page, String sizeName, int size) {
        if (page < 0 || page > 1_000_000) {
            throw Refusal.malformed("refusal.parameter", pageName, String.valueOf(page));
        }
        if (size < 1 || size > PageOf.MAX_SIZE) {
            throw Refusal.malformed("refusal.parameter", sizeName, String.valueOf(size));
        }
        return new Window(page, size);
    }

    @GetMapping("/learners/{id}/timeline")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
    @Guarded("learner")
    @Operation(summary = "Traces, verdicts, absences, alerts, messages, justifications and documents, oldest first")
    PageOf<TimelineEntry> timeline(
            @PathVariable UUID id,
            @Parameter(description = "Some kinds alone; all without it") @RequestParam(defaultValue = "")
                    Set<TimelineEntry.Kind> kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Window window = window("page", page, "size", size);
        return dashboards.timeline(id, false, kind, PageOf.page(window.page()), window.size());
    }
}
