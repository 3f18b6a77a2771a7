package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceConnections.Health;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;

/** Where traces of attendance come from by themselves; a centre that calls the roll alone needs none. */
@org.springframework.stereotype.Component
@Order(40)
class SourcesOnboarding implements OnboardingPart.Contributor {

    private final SourceConnections connections;
    private final Texts texts;

    SourcesOnboarding(SourceConnections connections, Texts texts) {
        this.connections = connections;
        this.texts = texts;
    }

    @Override
    public List<OnboardingPart> onboarding() {
        List<Connection> all = connections.all();
        long ready = all.stream().filter(one -> one.health() == Health.READY).count();
        return List.of(new OnboardingPart(
                OnboardingStep.SOURCES,
                "sources",
                Standing.required(ready > 0, Wording.of("onboarding.found.sources", ready)),
                Set.of("ADMIN", "QUALITY_MANAGER"),
                changed -> list(all)));
    }

    private Component list(List<Connection> all) {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Connection one : all) {
            var link = new Anchor(SourcesView.PATH, one.described().title());
            link.setRouterIgnore(false);
            list.add(new ListItem(
                    link,
                    new Span(" "),
                    badge(one.health()),
                    new Span(" " + one.described().purpose())));
        }
        return list;
    }

    private StatusBadge badge(Health health) {
        return SourceCard.badge(health, texts);
    }
}
