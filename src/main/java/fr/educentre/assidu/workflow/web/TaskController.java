package fr.educentre.assidu.workflow.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskFilter;
import fr.educentre.assidu.workflow.TaskHolding;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
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

    /** More at once would keep the caller waiting. */
    private static final int MOST_AT_ONCE = 100;

    private final TaskList tasks;
    private final TaskHolding holding;
    private final CurrentActor current;
    private final Texts texts;

    TaskController(TaskList tasks, TaskHolding holding, CurrentActor current, Texts texts) {
        this.texts = texts;
        this.tasks = tasks;
        this.holding = holding;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The caller's tasks, most urgent first")
    PageOf<TaskView> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return tasks.of(
                current.get(), new TaskFilter(false, mine, role, overdue, kind), PageOf.page(page), PageOf.size(size));
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
        tasks.complete(current.get(), id, answer.parsed(), answer.said());
    }

    @PostMapping("/complete")
    @Operation(
            summary = "The same decision for several tasks: each is decided, or refused with why, alone",
            description = MOST_AT_ONCE + " at most")
    Outcome completeAll(@RequestBody Answers answers) {
        List<String> ids = answers.tasks() == null
                ? List.of()
                : answers.tasks().stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw Refusal.invalid("refusal.task.several", MOST_AT_ONCE);
        }
        var answer = new Answer(answers.decision(), answers.comment());
        Decision decision = answer.parsed();
        List<String> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String id : ids) {
            try {
                tasks.complete(current.get(), id, decision, answer.said());
                done.add(id);
            } catch (Refusal refusal) {
                refused.add(new Refused(
                        id, texts.get(refusal.key(), refusal.arguments().toArray())));
            }
        }
        return new Outcome(done, refused);
    }

    @PostMapping("/{id}/claim")
    @Guarded("task")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a task; refused with 409 when a colleague has it")
    void claim(@PathVariable String id) {
        holding.claim(current.get(), id);
    }

    @PostMapping("/{id}/release")
    @Guarded("task")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a task back to all it was offered to")
    void release(@PathVariable String id) {
        holding.release(current.get(), id);
    }

    @PostMapping("/{id}/delegate")
    @Guarded("task")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Puts a task into a colleague's hands; to is their user name")
    void delegate(@PathVariable String id, @RequestBody Delegation delegation) {
        holding.delegate(current.get(), id, delegation.to() == null ? "" : delegation.to());
    }

    record Delegation(@Nullable String to) {}

    record Answers(
            @Nullable List<String> tasks,
            @Nullable String decision,
            @Nullable String comment) {}

    record Outcome(List<String> done, List<Refused> refused) {}

    record Refused(String id, String problem) {}

    record Answer(@Nullable String decision, @Nullable String comment) {

        String said() {
            return comment == null ? "" : comment;
        }

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
