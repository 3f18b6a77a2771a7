package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.HeaderRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.Planning.Row;
import fr.educentre.assidu.training.Planning.Week;
import fr.educentre.assidu.training.SessionInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A week: rows of groups, trainers, rooms or sites, a column each half-day. A session is a button, and can be dragged. */
final class PlanningGrid extends Grid<Row> {

    private static final long serialVersionUID = 1L;

    /** Rows are fetched as they are scrolled to. */
    private static final int PAGE = 25;

    private final transient PlanningWords words;
    private final transient Texts texts;
    private final transient Acts acts;
    private final transient Shown shown;

    /** What a session's button and a drop do. */
    interface Acts {

        void open(SessionInfo session);

        /** @param half {@code AM} or {@code PM} */
        void drop(SessionInfo session, Row row, LocalDate day, String half);

        /** Plans another. @param half {@code AM} or {@code PM} */
        void plan(Row row, LocalDate day, String half);

        boolean mayMove(SessionInfo session);

        /** Whether whoever looks moves any. */
        boolean mayMove();
    }

    PlanningGrid(Planning planning, PlanningWords words, Texts texts, Acts acts, Shown shown) {
        super(PAGE);
        this.words = words;
        this.texts = texts;
        this.acts = acts;
        this.shown = shown;
        addThemeName("wrap-cell-content");
        addThemeName("column-borders");
        addClassName("assidu-planning");
        setSelectionMode(SelectionMode.NONE);
        setHeight("70vh");
        getElement().setAttribute("aria-label", words.week(shown.week()));
        columns();
        setEmptyStateComponent(new EmptyState(texts.get("planning.empty.title"), texts.get("planning.empty.text")));
        setItems(DataProvider.fromCallbacks(
                query -> planning.rows(shown.week(), query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) planning.rows(shown.week(), 0, 1).totalElements()));
    }

    /**
     * What the columns are of.
     *
     * @param taught days with a session
     */
    record Shown(Week week, LocalDate today, Set<LocalDate> taught) {}

    Shown shown() {
        return shown;
    }

    private void columns() {
        addColumn(row -> row.subject().name())
                .setHeader(texts.get("planning.by." + shown.week().by()))
                .setWidth("9rem")
                .setFlexGrow(0)
                .setFrozen(true);
        HeaderRow days = null;
        for (LocalDate day : shown.week().days()) {
            if (!weekend(day) || shown.taught().contains(day)) {
                days = add(day, day.equals(shown.today()), days);
            }
        }
    }

    private HeaderRow add(LocalDate day, boolean today, @org.jspecify.annotations.Nullable HeaderRow days) {
        Column<Row> morning = column(day, "AM", today);
        Column<Row> afternoon = column(day, "PM", today);
        HeaderRow row = days == null ? prependHeaderRow() : days;
        var title = new Span(words.day(day, today));
        if (today) {
            title.addClassName("assidu-today");
            title.getElement().setAttribute("aria-current", "date");
        }
        row.join(morning, afternoon).setComponent(title);
        return row;
    }

    private Column<Row> column(LocalDate day, String half, boolean today) {
        Column<Row> column = addComponentColumn(row -> cell(row, day, half))
                .setHeader(texts.get("planning." + half))
                .setWidth("5.2rem")
                .setFlexGrow(1);
        if (today) {
            column.setPartNameGenerator(row -> "today");
        }
        return column;
    }

    private Div cell(Row row, LocalDate day, String half) {
        var cell = new Div();
        cell.addClassName("assidu-planning-cell");
        cell.getElement().setAttribute("data-half", day + "/" + half);
        row.off().getOrDefault(day, Set.of()).forEach(why -> {
            var off = new Span(texts.get("planning.off." + why));
            off.addClassName("assidu-planning-off");
            cell.add(off);
        });
        for (SessionInfo session : row.sessions().getOrDefault(day + "/" + half, List.of())) {
            cell.add(button(session, row));
        }
        if (acts.mayMove()) {
            cell.add(plan(row, day, half));
            DropTarget.create(cell)
                    .addDropListener(drop -> drop.getDragSourceComponent()
                            .map(dragged -> ComponentUtil.getData(dragged, SessionInfo.class))
                            .ifPresent(session -> dropped(session, row, day, half)));
        }
        return cell;
    }

    private Button plan(Row row, LocalDate day, String half) {
        var plan = new Button(VaadinIcon.PLUS.create(), click -> acts.plan(row, day, half));
        plan.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        plan.addClassName("assidu-planning-plan");
        String label = texts.get(
                "planning.plan.here", row.subject().name(), words.day(day, false), texts.get("planning." + half));
        plan.setAriaLabel(label);
        plan.setTooltipText(label);
        return plan;
    }

    /** A session was let go over a half-day of a row. */
    void dropped(SessionInfo session, Row row, LocalDate day, String half) {
        acts.drop(session, row, day, half);
    }

    private Button button(SessionInfo session, Row row) {
        var button = new Button(words.inCell(session), click -> acts.open(session));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassNames("assidu-planning-session", "assidu-planning-" + session.state());
        button.setAriaLabel(words.whole(session));
        button.setTooltipText(words.whole(session));
        if (acts.mayMove(session)) {
            ComponentUtil.setData(button, SessionInfo.class, session);
            DragSource.create(button);
        }
        return button;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
