package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.internal.MailServer;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.messaging.internal.TrialMail;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ScreenPart;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What left, to whom, why and whether it arrived; what waits. Parts brought by other modules are further tabs. */
@Route(value = MessagesView.PATH, layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "REFERENT", "TRAINER", "AUDITOR"})
class MessagesView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    static final String PATH = "courriels";
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient MessageQueries correspondence;
    private final transient Learners learners;
    private final transient CurrentActor current;
    private final transient MailServer server;
    private final transient TrialMail trial;
    private final transient ObjectProvider<ScreenPart> parts;
    private @Nullable MessagesPanel panel;

    MessagesView(
            Texts texts,
            MessageQueries correspondence,
            Learners learners,
            CurrentActor current,
            MailServer server,
            TrialMail trial,
            ObjectProvider<ScreenPart> parts) {
        this.texts = texts;
        this.correspondence = correspondence;
        this.learners = learners;
        this.current = current;
        this.server = server;
        this.trial = trial;
        this.parts = parts;
        addClassName("assidu-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (getElement().getChildCount() == 0) {
            build();
        }
        if (panel != null) {
            panel.show(event.getLocation().getQueryParameters());
        }
    }

    /** Whether mails leave is an administrator's business; what they say of a learner is not. */
    private void build() {
        Actor actor = current.get();
        if (actor.is(Role.ADMIN, Role.QUALITY_MANAGER)) {
            add(new MailServerCard(texts, server, trial, () -> {}));
        }
        if (actor.is(Role.ADMIN)) {
            return;
        }
        if (actor.is(Role.QUALITY_MANAGER)) {
            add(new Anchor(TemplatesView.PATH, texts.get("messaging.templates.link")));
        }
        panel = new MessagesPanel(texts, correspondence, learners, actor);
        List<ScreenPart.Made> more = ScreenPart.of(parts, PATH);
        if (more.isEmpty()) {
            add(panel);
        } else {
            var tabs = new TabSheet();
            tabs.setWidthFull();
            tabs.add(texts.get("messaging.tab.messages"), panel);
            more.forEach(part -> tabs.add(texts.get(part.titleKey()), part.component()));
            add(tabs);
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("messaging.title");
    }
}
