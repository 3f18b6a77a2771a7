package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.InstanceView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What runs, stuck ones first; a person in charge tries again or ends it. */
class InstancesGrid extends Grid<InstanceView> {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient ProcessMonitor monitor;
    private final transient Runnable changed;

    InstancesGrid(Texts texts, ProcessMonitor monitor, Actor actor, @Nullable String process, Runnable changed) {
        this.texts = texts;
        this.monitor = monitor;
        this.changed = changed;
        addColumn(InstanceView::processName)
                .setHeader(texts.get("workflow.instances.column.process"))
                .setAutoWidth(true);
        addComponentColumn(this::subject)
                .setHeader(texts.get("workflow.instances.column.key"))
                .setWidth("15rem")
                .setFlexGrow(2);
        addColumn(instance -> SiteTimes.at(instance.startedAt(), texts))
                .setHeader(texts.get("workflow.instances.column.since"))
                .setAutoWidth(true);
        addColumn(InstanceView::steps)
                .setHeader(texts.get("workflow.instances.column.step"))
                .setAutoWidth(true);
        addComponentColumn(this::state)
                .setHeader(texts.get("workflow.instances.column.state"))
                .setWidth("9rem")
                .setFlexGrow(2);
        if (actor.is(Role.QUALITY_MANAGER, Role.ADMIN)) {
            addComponentColumn(this::actions).setAutoWidth(true);
        }
        setItems(DataProvider.fromCallbacks(
                query -> monitor.instances(process, query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) monitor.instances(process, 0, 1).totalElements()));
        setEmptyStateComponent(new EmptyState(
                texts.get("workflow.instances.empty.title"), texts.get("workflow.instances.empty.text")));
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        setHeight("60vh");
    }

    private Component subject(InstanceView instance) {
        var subject = instance.subject();
        return subject.learnerId() == null
                ? new Span(subject.about())
                : new Anchor("apprenants/" + subject.learnerId(), subject.about());
    }

    private Component state(InstanceView instance) {
        return instance.trouble().jobId() == null
                ? new StatusBadge(StatusBadge.Tone.WAITING, texts.get("workflow.instances.running"))
                : new StatusBadge(
                        StatusBadge.Tone.BAD,
                        texts.get(
                                "workflow.instances.stuck",
                                instance.trouble().problem() == null
                                        ? ""
                                        : instance.trouble().problem()));
    }

    private Component actions(InstanceView instance) {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        UUID stuck = instance.trouble().jobId();
        if (stuck != null) {
            actions.add(new Button(
                    texts.get("workflow.instances.retry"),
                    click -> carryOut(() -> monitor.retry(stuck), "workflow.instances.retried")));
        }
        actions.add(new Button(texts.get("workflow.instances.end"), click -> confirmEnd(instance)));
        return actions;
    }

    private void confirmEnd(InstanceView instance) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("workflow.instances.end.title"));
        var reason = new TextField(texts.get("workflow.instances.end.reason"));
        reason.setWidthFull();
        dialog.add(new Paragraph(texts.get("workflow.instances.end.text")), reason);
        var end = new Button(texts.get("workflow.instances.end"), click -> {
            if (carryOut(() -> monitor.end(instance.id(), reason.getValue()), "workflow.instances.ended")) {
                dialog.close();
            }
        });
        end.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), end);
        dialog.open();
    }

    private boolean carryOut(Runnable action, String done) {
        try {
            action.run();
            Notification.show(texts.get(done));
            changed.run();
            return true;
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
            return false;
        }
    }
}
