package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ScreenPart;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.TrendChart;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.workflow.TaskList;
import jakarta.annotation.security.PermitAll;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Home: today's sessions with who arrived, my tasks, new alerts, what awaits data, the trend. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 6;
    private static final int WEEKS = 8;

    private final transient Texts texts;
    private final transient CurrentActor current;
    private final transient VisibleSessions sessions;
    private final transient HomeQueries figures;
    private final transient TaskList tasks;
    private final transient Alerts alerts;
    private final transient StatusBadges badges;
    private final transient ObjectProvider<ScreenPart> parts;

    HomeView(
            Texts texts,
            CurrentActor current,
            VisibleSessions sessions,
            HomeQueries figures,
            TaskList tasks,
            Alerts alerts,
            StatusBadges badges,
            ObjectProvider<ScreenPart> parts) {
        this.parts = parts;
        this.texts = texts;
        this.current = current;
        this.sessions = sessions;
        this.figures = figures;
        this.tasks = tasks;
        this.alerts = alerts;
        this.badges = badges;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.get();
        if (actor.is(Role.LEARNER)) {
            event.forwardTo(LearnerSpaceView.class);
            return;
        }
        removeAll();
        List<ScreenPart> beginning = ScreenPart.of(parts, "");
        beginning.forEach(part -> add(part.create()));
        // Nothing was planned yet: zeros would say less than what to do.
        if (!beginning.isEmpty() && !figures.anySession()) {
            return;
        }
        List<SessionInfo> today = sessions.today();
        var openAlerts = alerts.search(new Alerts.Query(null, null, "OPEN", sessions.trainerId()), 0, SHOWN);
        var myTasks = tasks.of(actor, 0, SHOWN);
        var tiles = new Div(
                tile(texts.get("overview.home.today"), String.valueOf(today.size()), ""),
                tile(texts.get("overview.home.tasks"), String.valueOf(myTasks.totalElements()), ""),
                tile(texts.get("overview.home.alerts"), String.valueOf(openAlerts.totalElements()), ""),
                tile(
                        texts.get("overview.home.awaiting"),
                        String.valueOf(figures.awaitingData(sessions.trainerId())),
                        texts.get("overview.home.awaiting.note")));
        tiles.addClassName("assidu-tiles");
        var columns = new Div(
                card(texts.get("overview.home.today"), todayList(today)),
                card(texts.get("overview.home.tasks"), taskList(myTasks.items())),
                card(texts.get("overview.home.alerts"), alertList(openAlerts.items())),
                card(texts.get("overview.home.trend"), trend()));
        columns.addClassName("assidu-columns");
        add(tiles, columns);
    }

    private Component todayList(List<SessionInfo> today) {
        if (today.isEmpty()) {
            return new EmptyState(texts.get("overview.home.today.empty"), texts.get("overview.home.today.empty.text"));
        }
        Map<UUID, HomeQueries.Arrivals> arrivals =
                figures.arrivals(today.stream().map(SessionInfo::id).toList());
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : today) {
            var count = arrivals.getOrDefault(session.id(), new HomeQueries.Arrivals(0, 0));
            list.add(new ListItem(
                    new Span(SiteTimes.time(session.startsAt(), session.zone(), texts) + " "),
                    new RouterLink(
                            session.title() + " · " + session.groupName(),
                            SessionView.class,
                            SessionView.parameters(session.id())),
                    new Span(
                            session.state().held()
                                    ? " " + texts.get("overview.home.arrived", count.arrived(), count.expected()) + " "
                                    : " "),
                    badges.of(session.state())));
        }
        return list;
    }

    private Component taskList(List<TaskList.TaskView> items) {
        if (items.isEmpty()) {
            return new EmptyState(texts.get("overview.home.tasks.empty"), texts.get("overview.home.tasks.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (TaskList.TaskView task : items) {
            var link = new com.vaadin.flow.component.html.Anchor("taches?tache=" + task.id(), task.title());
            link.setRouterIgnore(false);
            list.add(new ListItem(link));
        }
        return list;
    }

    private Component alertList(List<Alerts.AlertView> items) {
        if (items.isEmpty()) {
            return new EmptyState(
                    texts.get("overview.home.alerts.empty"), texts.get("overview.home.alerts.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Alerts.AlertView alert : items) {
            list.add(new ListItem(
                    new RouterLink(
                            alert.learner().learnerName(),
                            LearnerView.class,
                            LearnerView.parameters(alert.learner().learnerId())),
                    new Span(" · " + alert.raisedBy().ruleName())));
        }
        return list;
    }

    private Component trend() {
        HomeQueries.Trend trend = figures.trend(sessions.trainerId(), WEEKS);
        var format = DateTimeFormatter.ofPattern("d MMM", getLocale());
        return new TrendChart(
                texts.get("overview.home.trend"),
                trend.weeks().stream().map(format::format).toList(),
                List.of(
                        new TrendChart.Line(texts.get("overview.home.trend.recent"), percents(trend.recent())),
                        new TrendChart.Line(texts.get("overview.home.trend.before"), percents(trend.before()))));
    }

    private static List<@Nullable Double> percents(List<@Nullable Double> rates) {
        List<@Nullable Double> percents = new java.util.ArrayList<>();
        for (Double rate : rates) {
            percents.add(rate == null ? null : Math.round(rate * 1000) / 10.0);
        }
        return percents;
    }

    private static Component card(String title, Component content) {
        var card = new Div(new H2(title), content);
        card.addClassName("assidu-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.home");
    }
}
