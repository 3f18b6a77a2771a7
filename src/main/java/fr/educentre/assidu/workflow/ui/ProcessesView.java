package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.workflow.internal.ProcessMonitor;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.ProcessView;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.StepView;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The processes with what runs on each step, those with incidents first; below, what runs. */
@Route(value = "processus", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "REFERENT", "AUDITOR"})
class ProcessesView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String PROCESS = "suivi";

    private final transient Texts texts;
    private final transient ProcessMonitor monitor;
    private final transient CurrentActor current;

    ProcessesView(Texts texts, ProcessMonitor monitor, CurrentActor current) {
        this.texts = texts;
        this.monitor = monitor;
        this.current = current;
        addClassName("assidu-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters address) {
        removeAll();
        List<ProcessView> processes = monitor.processes();
        var cards = new Div();
        cards.addClassName("assidu-columns");
        processes.forEach(process -> cards.add(card(process)));
        var process = choice(processes);
        List<String> keys = processes.stream().map(ProcessView::key).toList();
        var instances = new RunningInstances(texts, monitor, current.get(), () -> show(address))
                .of(
                        process,
                        new AddressFilters()
                                .value(
                                        PROCESS,
                                        process,
                                        key -> key,
                                        key -> Optional.of(key).filter(keys::contains)));
        instances.read(address);
        add(cards, new H2(texts.get("workflow.instances.title")), instances);
    }

    private Component card(ProcessView process) {
        var steps = new UnorderedList();
        steps.addClassName("assidu-list");
        process.steps().forEach(step -> steps.add(new ListItem(line(step))));
        var state = process.incidents() > 0
                ? new StatusBadge(StatusBadge.Tone.BAD, texts.get("workflow.processes.incidents", process.incidents()))
                : new StatusBadge(StatusBadge.Tone.GOOD, texts.get("workflow.processes.ok"));
        var card = new Div(
                new H2(process.name()),
                state,
                new Paragraph(
                        texts.get("shell.says", texts.get("workflow.processes.column.running"), process.running())),
                steps);
        card.addClassName("assidu-card");
        return card;
    }

    private String line(StepView step) {
        String line = texts.get("shell.says", step.name(), step.count());
        return step.incidents() == 0
                ? line
                : line + " (" + texts.get("workflow.processes.incidents", step.incidents()) + ")";
    }

    private Select<String> choice(List<ProcessView> processes) {
        var select = new Select<String>();
        select.setLabel(texts.get("workflow.processes.filter"));
        select.setItems(processes.stream().map(ProcessView::key).toList());
        select.setItemLabelGenerator(key -> processes.stream()
                .filter(process -> process.key().equals(key))
                .map(ProcessView::name)
                .findFirst()
                .orElse(texts.get("workflow.processes.all")));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(texts.get("workflow.processes.all"));
        return select;
    }

    @Override
    public String getPageTitle() {
        return texts.get("workflow.processes.title");
    }
}
