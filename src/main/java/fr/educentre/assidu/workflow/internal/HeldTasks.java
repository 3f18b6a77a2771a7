package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Accounts.Colleague;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskHolding;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks in somebody's hands. Of two who take one at once the engine lets one: the other reads that it is taken. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
class HeldTasks implements TaskHolding {

    /** Those who have tasks at all. */
    private static final Set<Role> WORKING = EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER);

    private final OfferedTasks offered;
    private final TaskService tasks;
    private final Accounts accounts;
    private final ActorJournal journal;

    HeldTasks(OfferedTasks offered, TaskService tasks, Accounts accounts, ActorJournal journal) {
        this.offered = offered;
        this.tasks = tasks;
        this.accounts = accounts;
        this.journal = journal;
    }

    @Override
    @Transactional
    public void claim(Actor actor, String taskId) {
        Task task = offered.required(actor, taskId);
        offered.requireNotElsewhere(actor, task);
        if (task.getAssignee() == null) {
            hand(task, OfferedTasks.holder(actor.username()));
            record("task.claimed", task, actor.username());
        }
    }

    @Override
    @Transactional
    public void release(Actor actor, String taskId) {
        Task task = offered.requiredFree(actor, taskId);
        if (task.getAssignee() != null) {
            hand(task, null);
            record("task.released", task, "");
        }
    }

    @Override
    @Transactional
    public void delegate(Actor actor, String taskId, String to) {
        Task task = offered.requiredFree(actor, taskId);
        if (colleagues().stream().noneMatch(one -> one.username().equals(to))) {
            throw Refusal.invalid("refusal.task.colleague", to);
        }
        hand(task, OfferedTasks.holder(to));
        record("task.delegated", task, to);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return accounts.colleagues(WORKING);
    }

    private void hand(Task task, @Nullable String holder) {
        task.setAssignee(holder);
        try {
            tasks.saveTask(task);
        } catch (OptimisticLockingException e) {
            throw OfferedTasks.held();
        }
    }

    private void record(String action, Task task, String to) {
        journal.record(JournalRecord.of(action, "task", task.getId())
                .after(Map.of("kind", task.getTaskDefinitionKey(), "to", to)));
    }
}
