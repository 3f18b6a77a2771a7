package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
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
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.messaging.GroupMessages;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.PresenceGrid;
import fr.educentre.assidu.overview.PresenceGrids;
import fr.educentre.assidu.overview.PresenceGrids.Period;
import fr.educentre.assidu.overview.PresenceGrids.Window;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.UUID;

/** A group's dashboard: four tiles, then each learner with the same figures. */
@Route(value = "groupes/:id", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class GroupView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Dashboards dashboards;
    private final transient PresenceGrids grids;
    private final transient GroupMessages messages;
    private final transient Groups groups;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private String title = "";

    GroupView(
            Texts texts,
            Dashboards dashboards,
            PresenceGrids grids,
            GroupMessages messages,
            Groups groups,
            Ownership ownership,
            CurrentActor current) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.grids = grids;
        this.messages = messages;
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
        var map = heatMap(group);
        var subtitle = new Span(group.code() + " · " + group.programme().title() + " · "
                + group.site().name());
        subtitle.addClassName("assidu-muted");
        add(
                new Div(new H2(group.name()), subtitle),
                links(id),
                tiles(dashboard),
                map,
                new GroupLearners(texts, messages, dashboard, group.site().zone()));
        map.show(event.getLocation().getQueryParameters());
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

    private PresenceHeatMap heatMap(GroupInfo group) {
        UUID id = group.id();
        ZoneId zone = group.site().zone();
        return new PresenceHeatMap(
                texts,
                zone,
                (period, sessions, learners) -> grids.ofGroup(id, period, sessions, learners),
                (period, sessions) -> file(group, period, sessions));
    }

    /** All learners, whatever part of them the screen shows, by the sessions that it shows. */
    private GroupFile file(GroupInfo group, Period period, Window sessions) {
        PresenceGrid shown = grids.ofGroup(group.id(), period, sessions, new Window(0, PresenceGrids.MOST_LEARNERS));
        return new GroupFile(
                dashboards.ofGroup(group.id()),
                new PresenceTable(shown, group.site().zone(), texts));
    }

    private Component links(UUID id) {
        var links = new Div(
                new Anchor("seances?groupe=" + id, texts.get("overview.group.sessions")),
                new Anchor("preuves?groupe=" + id, texts.get("overview.group.documents")));
        links.addClassName("assidu-filters");
        return links;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
