package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The newest open alerts. */
@org.springframework.stereotype.Component
class AlertsBlock implements HomeBlock {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final Alerts alerts;
    private final VisibleSessions sessions;

    AlertsBlock(Texts texts, Alerts alerts, VisibleSessions sessions) {
        this.texts = texts;
        this.alerts = alerts;
        this.sessions = sessions;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER, Role.REFERENT, Role.QUALITY_MANAGER);
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        List<Alerts.AlertView> open = alerts.search(
                        new Alerts.Query(null, null, "OPEN", sessions.trainerId()), 0, SHOWN)
                .items();
        return new Look(
                open.stream().map(Alerts.AlertView::id).toList(),
                () -> HomeCards.card(texts, texts.get("overview.home.alerts"), list(open), "alertes?etat=OPEN"));
    }

    private Component list(List<Alerts.AlertView> open) {
        if (open.isEmpty()) {
            return new EmptyState(
                    texts.get("overview.home.alerts.empty"), texts.get("overview.home.alerts.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Alerts.AlertView alert : open) {
            list.add(new ListItem(
                    new RouterLink(
                            alert.learner().learnerName(),
                            LearnerView.class,
                            LearnerView.parameters(alert.learner().learnerId())),
                    new Span(" · " + alert.raisedBy().ruleName())));
        }
        return list;
    }
}
