package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.overview.TimelineEntry;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** What happened to a learner, latest first, at the hours of their group's site. */
@org.springframework.stereotype.Component
class LearnerTimeline {

    private final Texts texts;
    private final Dashboards dashboards;
    private final Groups groups;
    private final Clock clock;

    LearnerTimeline(Texts texts, Dashboards dashboards, Groups groups, Clock clock) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.groups = groups;
        this.clock = clock;
    }

    Component of(UUID learnerId, Locale locale) {
        ZoneId zone = zone(learnerId);
        var grid = new Grid<TimelineEntry>();
        grid.addColumn(entry -> ReaderFormats.dateTime(entry.at().toInstant(), zone, locale))
                .setHeader(SiteTimes.named(texts.get("overview.column.when"), clock.instant(), zone, texts))
                .setAutoWidth(true);
        grid.addColumn(entry -> texts.get("overview.timeline." + entry.kind()))
                .setHeader(texts.get("overview.column.kind"))
                .setAutoWidth(true);
        grid.addColumn(TimelineEntry::title)
                .setHeader(texts.get("overview.column.what"))
                .setFlexGrow(2);
        grid.addColumn(entry -> Objects.requireNonNullElse(entry.detail(), ""))
                .setHeader(texts.get("overview.column.detail"))
                .setFlexGrow(3);
        grid.setItems(com.vaadin.flow.data.provider.DataProvider.fromCallbacks(
                query -> dashboards.timeline(learnerId, true, query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) dashboards.timeline(learnerId, true, 0, 1).totalElements()));
        grid.setHeight("28rem");
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.timeline.empty.title"), texts.get("overview.timeline.empty.text")));
        return new Div(new H2(texts.get("overview.learner.timeline")), grid);
    }

    ZoneId zone(UUID learnerId) {
        var group = groups.groupsOf(List.of(learnerId), LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))));
        return group.containsKey(learnerId) ? group.get(learnerId).site().zone() : ZoneId.of("Europe/Paris");
    }
}
