package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskFilter;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
    private final OfferedTasks offered;
    private final TaskViews views;
    private final TaskKindNames kindNames;
    private final JdbcClient sql;

    ProcessTasks(
            TaskService tasks,
            RuntimeService runtime,
            OfferedTasks offered,
            TaskViews views,
            TaskKindNames kindNames,
            JdbcClient sql) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.offered = offered;
        this.views = views;
        this.kindNames = kindNames;
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<TaskView> of(Actor actor, TaskFilter filter, int page, int size) {
        long total = offered.to(actor, filter).count();
        List<Task> found = offered.to(actor, filter)
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
    public long countOf(Actor actor, TaskFilter filter) {
        return offered.to(actor, filter).count();
    }

    @Override
    public List<KindView> kinds() {
        return kindNames.all();
    }

    @Override
    @Transactional(readOnly = true)
    public TaskView get(Actor actor, String taskId) {
        return views.of(actor, List.of(offered.required(actor, taskId))).getFirst();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void complete(Actor actor, String taskId, TaskKind.Decision decision, String comment) {
        offered.requiredFree(actor, taskId);
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
        offered.required(actor, id.toString());
    }

    private static Refusal taken() {
        return new Refusal(Refusal.Kind.CONFLICT, "refusal.task.taken");
    }
}
