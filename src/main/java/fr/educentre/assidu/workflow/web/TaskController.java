package fr.educentre.assidu.workflow.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
class TaskController {

    private final TaskList tasks;
    private final CurrentActor current;

    TaskController(TaskList tasks, CurrentActor current) {
        this.tasks = tasks;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The caller's tasks, most urgent first")
    PageOf<TaskView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return tasks.of(current.get(), PageOf.page(page), PageOf.size(size));
    }

    @GetMapping("/{id}")
    @Guarded("task")
    @Operation(summary = "One task, with what is needed to decide")
    TaskView get(@PathVariable String id) {
        return tasks.get(current.get(), id);
    }

    @PostMapping("/{id}/complete")
    @Guarded("task")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decides; refused with 409 when somebody else just did")
    void complete(@PathVariable String id, @RequestBody Answer answer) {
        tasks.complete(current.get(), id, answer.parsed(), answer.comment() == null ? "" : answer.comment());
    }

    record Answer(@Nullable String decision, @Nullable String comment) {

        Decision parsed() {
            for (Decision known : Decision.values()) {
                if (known.name().equals(decision)) {
                    return known;
                }
            }
            throw Refusal.invalid("refusal.task.decision");
        }
    }
}
