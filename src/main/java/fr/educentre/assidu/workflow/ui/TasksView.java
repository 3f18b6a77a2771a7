package fr.educentre.assidu.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListPages;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.workflow.TaskFilter;
import fr.educentre.assidu.workflow.TaskHolding;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.KindView;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;

/** What waits for the signed-in person, most urgent first; the chosen task and its decision beside the list. */
@Route(value = TasksView.PATH, layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "REFERENT", "TRAINER"})
class TasksView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    static final String PATH = "taches";
    private static final String CHOSEN = "tache";

    private final transient Texts texts;
    private final transient TaskList tasks;
    private final transient TaskHolding holding;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final transient List<TaskDetail> details;
    private final Select<KindView> kind = new Select<>();
    private final Checkbox mine = new Checkbox();
    private final Checkbox overdue = new Checkbox();
    private final TableList<TaskView> list;
    private final Div panel = new Div();

    TasksView(
            Texts texts,
            TaskList tasks,
            TaskHolding holding,
            CurrentActor current,
            Clock clock,
            ObjectProvider<TaskDetail> details) {
        this.holding = holding;
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
        kind.setLabel(texts.get("workflow.tasks.filter.kind"));
        kind.setItems(tasks.kinds());
        kind.setItemLabelGenerator(item -> item == null ? texts.get("workflow.tasks.filter.all") : item.name());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(texts.get("workflow.tasks.filter.all"));
        mine.setLabel(texts.get("workflow.tasks.filter.mine"));
        overdue.setLabel(texts.get("workflow.tasks.filter.overdue"));
        list = new TableList<>(texts, shown(), filters());
        list.onChoose(task -> UI.getCurrent().navigate(PATH, QueryParameters.of(CHOSEN, task.id())));
        var columns = new Div(list, panel);
        columns.addClassNames("assidu-columns", "assidu-wide-first");
        add(columns);
        showNone();
    }

    private AddressFilters filters() {
        return new AddressFilters()
                .value(
                        "sorte",
                        kind,
                        KindView::key,
                        key -> kind.getListDataView()
                                .getItems()
                                .filter(one -> one.key().equals(key))
                                .findFirst())
                .tick("moi", mine)
                .tick("retard", overdue);
    }

    private TaskFilter asked() {
        KindView chosen = kind.getValue();
        return new TaskFilter(false, mine.getValue(), null, overdue.getValue(), chosen == null ? null : chosen.key());
    }

    private ListSpec<TaskView> shown() {
        return new ListSpec<>(
                "workflow.tasks",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("workflow.tasks.column.title"),
                        TaskView::title,
                        task -> new Anchor(PATH + '?' + CHOSEN + '=' + task.id(), task.title())),
                List.of(
                        column("due", this::dueText).shownAs(this::due).high(),
                        column("since", task -> SiteTimes.at(task.dates().createdAt(), texts))
                                .low(),
                        column("holder", this::holderText).taking(8)),
                ListSpec.Actions.none(),
                new Waiting());
    }

    private TableColumn<TaskView> column(String key, Function<TaskView, String> text) {
        return TableColumn.of(key, texts.get("workflow.tasks.column." + key), text);
    }

    private final class Waiting implements ListPages<TaskView> {

        @Override
        public PageOf<TaskView> read(int page, int size) {
            return tasks.of(current.get(), asked(), page, size);
        }

        @Override
        public long count() {
            return tasks.countOf(current.get(), asked());
        }
    }

    private String holderText(TaskView task) {
        String name = task.holder().assigneeName();
        return name == null ? texts.get("workflow.tasks.holder.none") : name;
    }

    private Span due(TaskView task) {
        return late(task) ? new StatusBadge(StatusBadge.Tone.BAD, dueText(task)) : new Span(dueText(task));
    }

    private String dueText(TaskView task) {
        String date = SiteTimes.at(task.dates().dueAt(), texts);
        return late(task) ? texts.get("workflow.tasks.late") + " · " + date : date;
    }

    private boolean late(TaskView task) {
        return task.dates().dueAt().isBefore(clock.instant());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation().getQueryParameters());
        event.getLocation().getQueryParameters().getSingleParameter(CHOSEN).ifPresentOrElse(this::show, this::showNone);
    }

    private void show(String taskId) {
        panel.removeAll();
        try {
            TaskView task = tasks.get(current.get(), taskId);
            panel.add(new TaskPanel(texts, tasks, current, task, details, this::decided));
            panel.add(new TaskHolderPart(texts, holding, current, task, () -> handed(taskId)));
        } catch (Refusal refusal) {
            panel.add(new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
    }

    /** Whoever gave it away may see it no longer. */
    private void handed(String taskId) {
        list.refresh();
        show(taskId);
    }

    private void showNone() {
        panel.removeAll();
        panel.add(new Paragraph(texts.get("workflow.tasks.pick")));
    }

    private void decided() {
        list.refresh();
        UI.getCurrent().navigate(PATH);
    }

    @Override
    public String getPageTitle() {
        return texts.get("workflow.tasks.title");
    }
}
