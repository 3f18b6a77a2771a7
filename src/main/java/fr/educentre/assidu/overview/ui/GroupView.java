package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.LearnerFigures;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A group's dashboard: four tiles, then each learner with the same figures. */
@Route(value = "groupes/:id", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class GroupView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Dashboards dashboards;
    private final transient Groups groups;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private String title = "";

    GroupView(Texts texts, Dashboards dashboards, Groups groups, Ownership ownership, CurrentActor current) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.groups = groups;
        this.ownership = ownership;
        this.current = current;
    }

    static RouteParameters parameters(UUID id) {
        return new RouteParameters("id", id.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id;
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            ownership.requireGroup(current.get(), id);
        } catch (IllegalArgumentException | Refusal e) {
            throw new NotFoundException();
        }
        var group = groups.get(id);
        GroupDashboard dashboard = dashboards.ofGroup(id);
        title = group.name();
        removeAll();
        var subtitle = new Span(group.code() + " · " + group.programme().title() + " · "
                + group.site().name());
        subtitle.addClassName("assidu-muted");
        add(
                new Div(new H2(group.name()), subtitle),
                tiles(dashboard),
                learners(dashboard, group.site().zone()),
                links(id));
    }

    private Component tiles(GroupDashboard dashboard) {
        var figures = dashboard.figures();
        var evaluations = figures.evaluations();
        var tiles = new Div(
                tile(
                        texts.get("overview.figure.completion"),
                        ReaderFormats.percent(figures.completion().completionRate(), getLocale()),
                        texts.get("overview.figure.completion.note")),
                tile(
                        texts.get("overview.figure.connection"),
                        ReaderFormats.duration(figures.completion().connectionMinutes()),
                        texts.get("overview.figure.connection.note")),
                tile(
                        texts.get("overview.figure.attendance"),
                        ReaderFormats.percent(figures.attendance().attendanceRateToDate(), getLocale()),
                        texts.get(
                                "overview.figure.attendance.note",
                                ReaderFormats.percent(figures.hours().hoursCompletionRate(), getLocale()),
                                ReaderFormats.duration(figures.attendance().unknownMinutes()))),
                tile(
                        texts.get("overview.figure.evaluations"),
                        evaluations.passed() + " / " + (evaluations.taken() + evaluations.notTaken()),
                        texts.get(
                                "overview.figure.evaluations.note",
                                evaluations.notTaken(),
                                evaluations.taken(),
                                evaluations.passed())));
        tiles.addClassName("assidu-tiles");
        return tiles;
    }

    private Component learners(GroupDashboard dashboard, ZoneId zone) {
        var grid = new Grid<LearnerFigures>();
        grid.addComponentColumn(
                        row -> new RouterLink(row.name(), LearnerView.class, LearnerView.parameters(row.learnerId())))
                .setHeader(texts.get("overview.column.learner"))
                .setComparator(
                        NameOrder.by(LearnerFigures::lastName).thenComparing(NameOrder.by(LearnerFigures::firstName)))
                .setFrozen(true)
                .setAutoWidth(true);
        grid.addColumn(row -> ReaderFormats.percent(row.figures().completion().completionRate(), getLocale()))
                .setHeader(texts.get("overview.column.modules"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().completion().completionRate(), nullsFirst()))
                .setAutoWidth(true);
        grid.addColumn(row -> ReaderFormats.duration(row.figures().completion().connectionMinutes()))
                .setHeader(texts.get("overview.column.connection"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().completion().connectionMinutes()))
                .setAutoWidth(true);
        grid.addColumn(row -> ReaderFormats.percent(row.figures().attendance().attendanceRateToDate(), getLocale()))
                .setHeader(texts.get("overview.column.attendance"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().attendance().attendanceRateToDate(), nullsFirst()))
                .setAutoWidth(true);
        grid.addColumn(row -> ReaderFormats.percent(row.figures().hours().hoursCompletionRate(), getLocale()))
                .setHeader(texts.get("overview.column.hours"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().hours().hoursCompletionRate(), nullsFirst()))
                .setAutoWidth(true);
        grid.addColumn(row -> ReaderFormats.duration(row.figures().attendance().unknownMinutes()))
                .setHeader(texts.get("overview.column.unknown"))
                .setAutoWidth(true);
        grid.addColumn(row -> row.figures().evaluations().passed() + " / "
                        + (row.figures().evaluations().taken()
                                + row.figures().evaluations().notTaken()))
                .setHeader(texts.get("overview.column.evaluations"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::absences)
                .setHeader(texts.get("overview.column.absences"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().absences().total()))
                .setWidth("12rem")
                .setFlexGrow(1);
        grid.addColumn(row -> row.figures().lastActivityAt() == null
                        ? "–"
                        : SiteTimes.at(row.figures().lastActivityAt().toInstant(), zone, texts))
                .setHeader(texts.get("overview.column.lastActivity"))
                .setAutoWidth(true);
        grid.addComponentColumn(row ->
                        row.atRisk() ? new StatusBadge(StatusBadge.Tone.BAD, texts.get("overview.atRisk")) : new Span())
                .setHeader(texts.get("overview.column.risk"))
                .setAutoWidth(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.setItems(dashboard.items());
        grid.setAllRowsVisible(true);
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.group.empty.title"), texts.get("overview.group.empty.text")));
        return grid;
    }

    /** Half-days by justification, those there are: an empty cell is nothing to worry about. */
    private Span absences(LearnerFigures row) {
        var absences = row.figures().absences();
        var parts = new ArrayList<String>();
        part(parts, "overview.absences.unjustified", absences.unjustified());
        part(parts, "overview.absences.toJustify", absences.toJustify());
        part(parts, "overview.absences.underReview", absences.underReview());
        part(parts, "overview.absences.justified", absences.justified());
        var text = new Span(String.join(", ", parts));
        text.addClassName("assidu-wrap");
        return text;
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }

    private static <T extends Comparable<? super T>> Comparator<T> nullsFirst() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    private Component links(UUID id) {
        var sessions = new Anchor("seances?groupe=" + id, texts.get("overview.group.sessions"));
        var evidence = new Anchor("preuves?groupe=" + id, texts.get("overview.group.documents"));
        var links = new Div(sessions, evidence);
        links.addClassName("assidu-filters");
        return links;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
