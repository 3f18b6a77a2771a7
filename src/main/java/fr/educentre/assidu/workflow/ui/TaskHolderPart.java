package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.Accounts.Colleague;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskHolding;
import fr.educentre.assidu.workflow.TaskList.TaskView;

/** In whose hands a task is: taken, given back, given to a colleague. */
class TaskHolderPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient TaskHolding holding;
    private final transient Actor actor;
    private final transient TaskView task;
    private final transient Runnable changed;

    TaskHolderPart(Texts texts, TaskHolding holding, CurrentActor current, TaskView task, Runnable changed) {
        this.texts = texts;
        this.holding = holding;
        this.actor = current.get();
        this.task = task;
        this.changed = changed;
        String holder = task.holder().assignee();
        boolean mine = actor.username().equals(holder);
        add(new H3(texts.get("workflow.holder.title")), new Paragraph(said(mine)));
        var acts = new Div();
        acts.addClassName("assidu-filters");
        if (holder == null) {
            acts.add(act("workflow.holder.claim", () -> holding.claim(actor, task.id())));
        } else if (mine || actor.is(Role.QUALITY_MANAGER)) {
            acts.add(act("workflow.holder.release", () -> holding.release(actor, task.id())));
        }
        add(acts);
        if (holder == null || mine || actor.is(Role.QUALITY_MANAGER)) {
            add(delegation());
        }
    }

    private String said(boolean mine) {
        String name = task.holder().assigneeName();
        if (name == null) {
            return texts.get("workflow.holder.nobody");
        }
        return mine ? texts.get("workflow.holder.mine") : texts.get("workflow.holder.other", name);
    }

    private Div delegation() {
        var to = new ComboBox<Colleague>();
        to.setLabel(texts.get("workflow.holder.to"));
        to.setItems(holding.colleagues().stream()
                .filter(one -> !one.username().equals(actor.username()))
                .toList());
        to.setItemLabelGenerator(Colleague::name);
        var give = new Button(texts.get("workflow.holder.delegate"), click -> {
            Colleague chosen = to.getValue();
            to.setInvalid(chosen == null);
            to.setErrorMessage(texts.get("workflow.holder.to.missing"));
            if (chosen != null) {
                run(() -> holding.delegate(actor, task.id(), chosen.username()));
            }
        });
        var box = new Div(to, give);
        box.addClassName("assidu-filters");
        return box;
    }

    private Button act(String key, Runnable act) {
        return new Button(texts.get(key), click -> run(act));
    }

    private void run(Runnable act) {
        try {
            act.run();
            Notification.show(texts.get("workflow.tasks.done"));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        changed.run();
    }
}
