package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sessions with who has arrived. */
@org.springframework.stereotype.Component
class TodayList {

    private final Texts texts;
    private final HomeQueries figures;
    private final StatusBadges badges;

    TodayList(Texts texts, HomeQueries figures, StatusBadges badges) {
        this.texts = texts;
        this.figures = figures;
        this.badges = badges;
    }

    /** Sessions, and how many have arrived at each. */
    record Listed(List<SessionInfo> sessions, Map<UUID, HomeQueries.Arrivals> arrivals) {}

    Listed read(List<SessionInfo> sessions) {
        return new Listed(
                sessions,
                figures.arrivals(sessions.stream().map(SessionInfo::id).toList()));
    }

    Component drawn(Listed listed) {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : listed.sessions()) {
            var count = listed.arrivals().getOrDefault(session.id(), new HomeQueries.Arrivals(0, 0));
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
}
