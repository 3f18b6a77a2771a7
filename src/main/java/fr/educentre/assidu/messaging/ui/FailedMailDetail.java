package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.messaging.internal.FailedMailTask;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import fr.educentre.assidu.workflow.ui.TaskDetail;
import java.util.UUID;

/** The mail itself beside the task about it, with what can be done. */
@org.springframework.stereotype.Component
class FailedMailDetail implements TaskDetail {

    private final MessageQueries correspondence;
    private final CurrentActor current;
    private final Texts texts;

    FailedMailDetail(MessageQueries correspondence, CurrentActor current, Texts texts) {
        this.correspondence = correspondence;
        this.current = current;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return FailedMailTask.KEY;
    }

    @Override
    public Component detail(TaskView task) {
        return FailedMailTask.message(task.facts(), texts).map(this::mail).orElseGet(Div::new);
    }

    private Component mail(UUID id) {
        try {
            return new MessageDetail(
                    texts,
                    correspondence,
                    correspondence.get(id),
                    MessageQueries.mayChange(current.get()),
                    () -> UI.getCurrent().navigate("taches"));
        } catch (Refusal refusal) {
            return new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }
}
