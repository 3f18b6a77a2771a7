package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskFilter;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which of the engine's tasks are a person's: those offered to them by name or by role, and those in their hands. A process that
 * offers a task to a person or a role writes both as candidate groups; whoever holds a task is its assignee.
 */
@Component
class OfferedTasks {

    private static final String ACCOUNT = "account:";

    private final TaskService tasks;
    private final Clock clock;

    OfferedTasks(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    TaskQuery to(Actor actor) {
        TaskQuery all = tasks.createTaskQuery().active();
        if (actor.is(Role.QUALITY_MANAGER)) {
            return all;
        }
        String role = "role:" + actor.role().name();
        String person = person(actor);
        TaskQuery own = all.or()
                .taskCandidateGroupIn(person == null ? List.of(role) : List.of(role, person))
                .includeAssignedTasks();
        if (person != null) {
            own = own.taskCandidateUser(person);
        }
        return Objects.requireNonNull(own.taskAssigneeIn(holders(actor)).endOr());
    }

    TaskQuery to(Actor actor, TaskFilter filter) {
        TaskQuery found = to(actor);
        if (filter.free()) {
            found = Objects.requireNonNull(
                    found.or().taskUnassigned().taskAssigneeIn(holders(actor)).endOr());
        }
        if (filter.mine()) {
            String person = person(actor);
            TaskQuery mine = found.or().taskAssigneeIn(holders(actor));
            if (person != null) {
                mine = mine.taskCandidateGroupIn(List.of(person)).taskCandidateUser(person);
            }
            found = Objects.requireNonNull(mine.endOr());
        }
        if (filter.role() != null) {
            found = found.or()
                    .taskCandidateGroupIn(List.of("role:" + filter.role().name()))
                    .includeAssignedTasks()
                    .endOr();
        }
        if (filter.overdue()) {
            found = found.dueBefore(Date.from(clock.instant()));
        }
        return filter.kind() == null ? found : found.taskDefinitionKey(filter.kind());
    }

    /** @throws Refusal NOT_FOUND, then NOT_YOURS */
    Task required(Actor actor, String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
        if (task == null) {
            throw Refusal.notFound("task");
        }
        if (to(actor).taskId(taskId).count() == 0) {
            throw Refusal.notYours();
        }
        return task;
    }

    /** @throws Refusal as {@link #required}, then CONFLICT where a colleague holds it and the actor is no quality manager */
    Task requiredFree(Actor actor, String taskId) {
        Task task = required(actor, taskId);
        if (!actor.is(Role.QUALITY_MANAGER)) {
            requireNotElsewhere(actor, task);
        }
        return task;
    }

    /** @throws Refusal CONFLICT where a colleague holds it */
    void requireNotElsewhere(Actor actor, Task task) {
        if (elsewhere(actor, task)) {
            throw held();
        }
    }

    static Refusal held() {
        return new Refusal(Refusal.Kind.CONFLICT, "refusal.task.held");
    }

    private static boolean elsewhere(Actor actor, Task task) {
        return task.getAssignee() != null && !List.of(holders(actor)).contains(task.getAssignee());
    }

    static String holder(String username) {
        return ACCOUNT + username;
    }

    /** The user name of the account that holds it; null where none does. */
    static @Nullable String username(Task task) {
        String holder = task.getAssignee();
        return holder != null && holder.startsWith(ACCOUNT) ? holder.substring(ACCOUNT.length()) : null;
    }

    private static String[] holders(Actor actor) {
        String person = person(actor);
        String account = holder(actor.username());
        return person == null ? new String[] {account} : new String[] {account, person};
    }

    private static @Nullable String person(Actor actor) {
        return actor.personId() == null ? null : "person:" + actor.personId();
    }
}
