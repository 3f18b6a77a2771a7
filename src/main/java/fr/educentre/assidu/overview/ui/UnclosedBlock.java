package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A trainer's sessions that are over and that nobody closed. */
@org.springframework.stereotype.Component
class UnclosedBlock implements HomeBlock {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final VisibleSessions sessions;
    private final StatusBadges badges;

    UnclosedBlock(Texts texts, VisibleSessions sessions, StatusBadges badges) {
        this.texts = texts;
        this.sessions = sessions;
        this.badges = badges;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER);
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        List<SessionInfo> unclosed = sessions.unclosed(SHOWN);
        return new Look(unclosed, () -> drawn(unclosed));
    }

    private Component drawn(List<SessionInfo> unclosed) {
        return HomeCards.card(
                texts,
                texts.get("overview.home.unclosed"),
                unclosed.isEmpty()
                        ? new EmptyState(
                                texts.get("overview.home.unclosed.empty"),
                                texts.get("overview.home.unclosed.empty.text"))
                        : list(unclosed),
                "seances?etat=AWAITING_DATA");
    }

    private Component list(List<SessionInfo> unclosed) {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : unclosed) {
            list.add(new ListItem(
                    new RouterLink(
                            session.title() + " · " + SiteTimes.at(session.startsAt(), session.zone(), texts),
                            SessionView.class,
                            SessionView.parameters(session.id())),
                    new Span(" "),
                    badges.of(session.state())));
        }
        return list;
    }
}
