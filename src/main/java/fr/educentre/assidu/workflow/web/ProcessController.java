package fr.educentre.assidu.workflow.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.InstanceView;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.ProcessView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/processes")
@Tag(name = "Processes")
@AllowedRoles(Role.QUALITY_MANAGER)
class ProcessController {

    private final ProcessMonitor monitor;

    ProcessController(ProcessMonitor monitor) {
        this.monitor = monitor;
    }

    @GetMapping
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Operation(summary = "Processes with what runs on each step; those with incidents first")
    PageOf<ProcessView> processes() {
        List<ProcessView> all = monitor.processes();
        return new PageOf<>(all, 0, all.size(), all.size());
    }

    @GetMapping("/instances")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR})
    @Operation(summary = "What runs; stuck ones first, then the oldest")
    PageOf<InstanceView> instances(
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return monitor.instances(process, PageOf.page(page), PageOf.size(size));
    }

    @PostMapping("/jobs/{id}/retry")
    @Guarded("job")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A job that gave up runs again")
    void retry(@PathVariable UUID id) {
        monitor.retry(id);
    }

    @PostMapping("/instances/{id}/end")
    @Guarded("process")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends an instance, with a reason")
    void end(@PathVariable UUID id, @RequestBody Ending ending) {
        monitor.end(id, ending.reason() == null ? "" : ending.reason());
    }

    record Ending(@Nullable String reason) {}
}
