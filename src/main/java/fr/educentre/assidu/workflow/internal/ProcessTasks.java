package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's user tasks as people see them: those offered to them by name or by role, most urgent first. A quality
 * manager sees all of them and may act for the person who is away, unless the kind of task refuses it.
 */
@Service
class ProcessTasks implements TaskList, ResourceGuard {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TaskViews views;
    private final JdbcClient sql;

    ProcessTasks(TaskService tasks, RuntimeService runtime, TaskViews views, JdbcClient sql) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.views = views;
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<TaskView> of(Actor actor, int page, int size) {
        long total = offered(actor).count();
        List<Task> found = offered(actor)
                .orderByDueDate()
                .asc()
                .orderByTaskPriority()
                .desc()
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(page * size, size);
        return new PageOf<>(views.of(actor, found), page, size, total);
    }

    @Override
    @Transactional(readOnly = true)
    public long countOf(Actor actor) {
        return offered(actor).count();
    }

    @Override
    @Transactional(readOnly = true)
    public TaskView get(Actor actor, String taskId) {
        return views.of(actor, List.of(required(actor, taskId))).getFirst();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void complete(Actor actor, String taskId, TaskKind.Decision decision, String comment) {
        required(actor, taskId);
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 6))")
                .param(taskId)
                .query((row, n) -> n)
                .list();
        Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
        if (task == null) {
            throw taken();
        }
        TaskKind kind = views.kindOf(task);
        if (!kind.decisions().contains(decision)) {
            throw Refusal.invalid("refusal.task.decision");
        }
        Map<String, Object> variables = runtime.getVariables(task.getProcessInstanceId());
        Map<String, Object> changes = kind.decide(actor, variables, decision, comment);
        try {
            tasks.complete(taskId, changes);
        } catch (OptimisticLockingException e) {
            throw taken();
        }
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Actor actor, UUID id) {
        required(actor, id.toString());
    }

    private Task required(Actor actor, String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
        if (task == null) {
            throw Refusal.notFound("task");
        }
        if (offered(actor).taskId(taskId).count() == 0) {
            throw Refusal.notYours();
        }
        return task;
    }

    private TaskQuery offered(Actor actor) {
        TaskQuery all = tasks.createTaskQuery().active();
        if (actor.is(Role.QUALITY_MANAGER)) {
            return all;
        }
        String role = "role:" + actor.role().name();
        if (actor.personId() == null) {
            return all.taskCandidateGroup(role);
        }
        // A process that offers a task to a person or a role writes both as candidate groups.
        String person = "person:" + actor.personId();
        return Objects.requireNonNull(all.or()
                .taskCandidateGroupIn(List.of(role, person))
                .taskCandidateUser(person)
                .taskAssignee(person)
                .endOr());
    }

    private static Refusal taken() {
        return new Refusal(Refusal.Kind.CONFLICT, "refusal.task.taken");
    }
}
