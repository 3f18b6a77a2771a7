package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.InstanceView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What runs, stuck ones first; a person in charge tries again or ends it. */
final class RunningInstances {

    private final Texts texts;
    private final ProcessMonitor monitor;
    private final boolean acting;
    private final Runnable changed;

    RunningInstances(Texts texts, ProcessMonitor monitor, Actor actor, Runnable changed) {
        this.texts = texts;
        this.monitor = monitor;
        this.acting = actor.is(Role.QUALITY_MANAGER);
        this.changed = changed;
    }

    /** Of the process that is chosen, of all where none is. */
    TableList<InstanceView> of(HasValue<?, String> process, AddressFilters filters) {
        return new TableList<>(
                texts,
                new ListSpec<>(
                        "workflow.instances",
                        texts.get("workflow.instances.title"),
                        new ListSpec.Name<>(
                                texts.get("workflow.instances.column.key"),
                                instance -> instance.subject().about(),
                                this::subject),
                        List.of(
                                column("process", InstanceView::processName).taking(10),
                                column("since", instance -> SiteTimes.at(instance.startedAt(), texts))
                                        .taking(10)
                                        .low(),
                                column("step", InstanceView::steps).taking(10).high(),
                                column("state", this::words)
                                        .shownAs(this::state)
                                        .taking(9)
                                        .high()),
                        acting
                                ? new ListSpec.Actions<>(
                                        12, texts.get("workflow.instances.column.actions"), this::actions)
                                : ListSpec.Actions.none(),
                        (page, size) -> monitor.instances(process.getValue(), page, size)),
                filters);
    }

    private TableColumn<InstanceView> column(String key, Function<InstanceView, String> text) {
        return TableColumn.of(key, texts.get("workflow.instances.column." + key), text);
    }

    private Component subject(InstanceView instance) {
        var subject = instance.subject();
        return subject.learnerId() == null
                ? new Span(subject.about())
                : new Anchor("apprenants/" + subject.learnerId(), subject.about());
    }

    private Component state(InstanceView instance) {
        return new StatusBadge(
                instance.trouble().jobId() == null ? StatusBadge.Tone.WAITING : StatusBadge.Tone.BAD, words(instance));
    }

    private String words(InstanceView instance) {
        return instance.trouble().jobId() == null
                ? texts.get("workflow.instances.running")
                : texts.get(
                        "workflow.instances.stuck",
                        Objects.requireNonNullElse(instance.trouble().problem(), ""));
    }

    private List<Component> actions(InstanceView instance) {
        var end = new Button(texts.get("workflow.instances.end"), click -> confirmEnd(instance));
        UUID stuck = instance.trouble().jobId();
        return stuck == null
                ? List.of(end)
                : List.of(
                        new Button(
                                texts.get("workflow.instances.retry"),
                                click -> carryOut(() -> monitor.retry(stuck), "workflow.instances.retried")),
                        end);
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
