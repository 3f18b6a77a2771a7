package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.workflow.TaskList.TaskView;

/** Implemented by modules that show more than facts beside a task, a document for instance; one bean for each kind. */
public interface TaskDetail {

    /** {@link fr.educentre.assidu.workflow.TaskKind#key()} of the tasks it is for. */
    String kind();

    /** Shown to the signed-in person, who sees this task. */
    Component detail(TaskView task);
}
