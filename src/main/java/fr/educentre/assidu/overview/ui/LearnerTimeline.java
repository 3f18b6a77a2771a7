package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fr.educentre.assidu.alerts.ui.AlertWhy;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What happened to a learner, latest first, day by day, at the hours of their group's site. */
@org.springframework.stereotype.Component
class LearnerTimeline {

    private final Texts texts;
    private final Dashboards dashboards;
    private final AlertWhy why;
    private final Groups groups;
    private final Clock clock;

    LearnerTimeline(Texts texts, Dashboards dashboards, AlertWhy why, Groups groups, Clock clock) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.why = why;
        this.groups = groups;
        this.clock = clock;
    }

    /** @param opening whether lines open the staff's screens */
    Component of(UUID learnerId, boolean opening) {
        var lines = new TimelineLines(
                texts,
                zone(learnerId),
                opening ? why : null,
                (kinds, page, size) -> dashboards.timeline(learnerId, true, kinds, page, size));
        return new Div(new H2(texts.get("overview.learner.timeline")), lines);
    }

    ZoneId zone(UUID learnerId) {
        var group = groups.groupsOf(List.of(learnerId), LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))));
        return group.containsKey(learnerId) ? group.get(learnerId).site().zone() : ZoneId.of("Europe/Paris");
    }
}
