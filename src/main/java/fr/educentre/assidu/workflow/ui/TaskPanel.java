package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import java.util.List;

/** One task: what is known, what the module shows of it, and the decisions it offers. */
class TaskPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int SHOWN_MILLIS = 6_000;

    private final transient Texts texts;
    private final transient TaskList tasks;
    private final transient CurrentActor current;
    private final transient TaskView task;
    private final transient Runnable decided;
    private final TextArea comment = new TextArea();

    TaskPanel(
            Texts texts,
            TaskList tasks,
            CurrentActor current,
            TaskView task,
            List<TaskDetail> details,
            Runnable decided) {
        this.texts = texts;
        this.tasks = tasks;
        this.current = current;
        this.task = task;
        this.decided = decided;
        add(new H2(task.title()), facts());
        details.stream()
                .filter(detail -> detail.kind().equals(task.kind()))
                .map(detail -> detail.detail(task))
                .forEach(this::add);
        comment.setLabel(texts.get("workflow.tasks.comment"));
        comment.setMaxLength(LONGEST_COMMENT);
        comment.setWidthFull();
        add(comment, decisions());
    }

    private Component facts() {
        var facts = new DescriptionList();
        task.facts().forEach((label, value) -> {
            facts.add(new DescriptionList.Term(texts.get(label)));
            facts.add(new DescriptionList.Description(value));
        });
        return facts;
    }

    private Component decisions() {
        var buttons = new Div();
        buttons.addClassName("assidu-filters");
        task.decisions().stream().sorted().forEach(decision -> buttons.add(button(decision)));
        return buttons;
    }

    private Button button(Decision decision) {
        var button = new Button(texts.get("workflow.decision." + decision.name()), click -> decide(decision));
        button.setDisableOnClick(true);
        switch (decision) {
            case APPROVE, DONE -> button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            case REFUSE -> button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            case ASK_MORE -> {}
        }
        return button;
    }

    private void decide(Decision decision) {
        try {
            tasks.complete(
                    current.get(), task.id(), decision, comment.getValue().strip());
            Notification.show(texts.get("workflow.tasks.done"));
            decided.run();
        } catch (Refusal refusal) {
            getChildren()
                    .forEach(child -> child.getChildren()
                            .filter(Button.class::isInstance)
                            .forEach(button -> ((Button) button).setEnabled(true)));
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()),
                    SHOWN_MILLIS,
                    Notification.Position.MIDDLE);
        }
    }
}
