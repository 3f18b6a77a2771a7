package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What waits for the signed-in person, most urgent first; the chosen task and its decision beside the list. */
@Route(value = "taches", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "REFERENT", "TRAINER"})
class TasksView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String CHOSEN = "tache";

    private final transient Texts texts;
    private final transient TaskList tasks;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final transient List<TaskDetail> details;
    private final Grid<TaskView> grid = new Grid<>();
    private final Div panel = new Div();

    TasksView(Texts texts, TaskList tasks, CurrentActor current, Clock clock, ObjectProvider<TaskDetail> details) {
        this.texts = texts;
        this.tasks = tasks;
        this.current = current;
        this.clock = clock;
        this.details = details.orderedStream().toList();
        addClassName("assidu-view");
        panel.addClassName("assidu-card");
        panel.getElement().setAttribute("role", "region");
        panel.getElement().setAttribute("aria-live", "polite");
        panel.getElement().setAttribute("aria-label", texts.get("workflow.tasks.column.title"));
        var columns = new Div(list(), panel);
        columns.addClassNames("assidu-columns", "assidu-wide-first");
        add(columns);
        showNone();
    }

    private Grid<TaskView> list() {
        grid.addColumn(TaskView::title)
                .setHeader(texts.get("workflow.tasks.column.title"))
                .setWidth("18rem")
                .setFlexGrow(3);
        grid.addComponentColumn(this::due)
                .setHeader(texts.get("workflow.tasks.column.due"))
                .setAutoWidth(true);
        grid.addColumn(task -> SiteTimes.at(task.dates().createdAt(), texts))
                .setHeader(texts.get("workflow.tasks.column.since"))
                .setAutoWidth(true);
        grid.setItems(DataProvider.fromCallbacks(
                query -> tasks.of(current.get(), query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) tasks.countOf(current.get())));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("workflow.tasks.empty.title"), texts.get("workflow.tasks.empty.text")));
        grid.setHeight("70vh");
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrent()
                        .navigate(
                                "taches",
                                QueryParameters.of(CHOSEN, change.getValue().id()));
            }
        });
        return grid;
    }

    private Span due(TaskView task) {
        if (task.dates().dueAt() == null) {
            return new Span(texts.get("workflow.tasks.noDue"));
        }
        String date = SiteTimes.at(task.dates().dueAt(), texts);
        return task.dates().dueAt().isBefore(clock.instant())
                ? new StatusBadge(StatusBadge.Tone.BAD, texts.get("workflow.tasks.late") + " · " + date)
                : new Span(date);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(CHOSEN).ifPresentOrElse(this::show, this::showNone);
    }

    private void show(String taskId) {
        panel.removeAll();
        try {
            TaskView task = tasks.get(current.get(), taskId);
            panel.add(new TaskPanel(texts, tasks, current, task, details, this::decided));
        } catch (Refusal refusal) {
            panel.add(new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
    }

    private void showNone() {
        panel.removeAll();
        panel.add(new Paragraph(texts.get("workflow.tasks.pick")));
    }

    private void decided() {
        grid.getDataProvider().refreshAll();
        UI.getCurrent().navigate("taches");
    }

    @Override
    public String getPageTitle() {
        return texts.get("workflow.tasks.title");
    }
}
