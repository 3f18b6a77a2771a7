package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.TaskDeadlines;
import fr.educentre.assidu.workflow.TaskKind;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every task is due one day: where its process does not say which, when its kind says, in working days of the site. */
@Component
class DueDates extends AbstractBpmnParseListener implements TaskListener {

    /** Of a task that no module speaks for. */
    private static final int USUAL = 3;

    private final ObjectProvider<TaskDeadlines> deadlines;
    private final TaskKinds kinds;

    DueDates(ObjectProvider<TaskDeadlines> deadlines, TaskKinds kinds) {
        this.deadlines = deadlines;
        this.kinds = kinds;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior user) {
            user.getTaskDefinition().addTaskListener(EVENTNAME_CREATE, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getDueDate() == null) {
            Instant created = task.getCreateTime().toInstant();
            task.setDueDate(Date.from(after(created, task.getTaskDefinitionKey(), task.getVariable("learnerId"))));
        }
    }

    /** @param learner the process variable of whom it is about */
    Instant after(Instant created, String kind, @Nullable Object learner) {
        return deadlines
                .getObject()
                .after(
                        created,
                        kinds.find(kind).map(TaskKind::withinWorkingDays).orElse(USUAL),
                        learner == null ? null : UUID.fromString(learner.toString()));
    }
}
