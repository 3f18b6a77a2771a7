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
import java.util.function.Function;

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

    /** Each by its hour. */
    Component drawn(Listed listed) {
        return drawn(
                listed, session -> SiteTimes.time(session.startsAt(), session.zone(), texts), SessionInfo::groupName);
    }

    /** Each by its day and hour, without its group. */
    Component ofSeveralDays(Listed listed) {
        return drawn(listed, session -> "", session -> SiteTimes.at(session.startsAt(), session.zone(), texts));
    }

    private Component drawn(Listed listed, Function<SessionInfo, String> before, Function<SessionInfo, String> after) {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : listed.sessions()) {
            var count = HomeQueries.Arrivals.of(listed.arrivals(), session.id());
            list.add(new ListItem(
                    new Span(before.apply(session) + " "),
                    new RouterLink(
                            session.title() + " · " + after.apply(session),
                            SessionView.class,
                            SessionView.parameters(session.id())),
                    new Span(
                            session.state().held()
                                    ? " " + texts.get("overview.home.arrived", count.arrived(), count.expected()) + " "
                                    : " "),
                    badges.of(session, count)));
        }
        return list;
    }
}
