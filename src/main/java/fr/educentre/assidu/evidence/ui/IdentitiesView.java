package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.Sessions;
import jakarta.annotation.security.RolesAllowed;

/** Participants nothing sure names, in one place, and what people said they are; what is shown stands in the address. */
@Route(value = IdentitiesView.PATH, layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class IdentitiesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "identites";

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Sessions sessions;
    private final Nav tabs = new Nav();
    private final TextField search = new TextField();
    private final Select<Identities.State> state = new Select<>();
    private final Select<Boolean> current = new Select<>();
    private final Div session = new Div();
    private final WaitingList waiting;
    private final AliasList aliases;
    private final Paragraph intro;
    private final Paragraph keyboard;
    private transient InboxFilter filter = new InboxFilter(false, Identities.State.OPEN, null, "", true);
    private boolean reading;

    IdentitiesView(Texts texts, Identities identities, Sessions sessions, CurrentActor actor) {
        this.texts = texts;
        this.sessions = sessions;
        addClassName("assidu-view");
        tabs.addClassName("assidu-tabs");
        tabs.setAriaLabel(texts.get("evidence.identities.menu"));
        boolean acting = actor.get().is(Role.TRAINER, Role.QUALITY_MANAGER);
        Runnable decided = () -> findAncestor(MainLayout.class).refreshBadges();
        waiting = new WaitingList(texts, identities, sessions, actor, acting, decided);
        aliases = new AliasList(texts, identities, actor, acting, decided);
        intro = new Paragraph(texts.get("evidence.aliases.intro"));
        keyboard = new Paragraph(texts.get("evidence.identities.keyboard"));
        intro.addClassName("assidu-muted");
        keyboard.addClassName("assidu-muted");
        search.setLabel(texts.get("evidence.identities.filter.q"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setPrefixComponent(new Icon("vaadin", "search"));
        search.addValueChangeListener(change -> changed());
        state.setLabel(texts.get("evidence.identities.filter.state"));
        state.setItems(Identities.State.values());
        state.setItemLabelGenerator(value -> texts.get("evidence.state." + value));
        state.addValueChangeListener(change -> changed());
        current.setLabel(texts.get("evidence.aliases.current"));
        current.setItems(true, false);
        current.setItemLabelGenerator(value -> texts.get("evidence.aliases.current." + value));
        current.addValueChangeListener(change -> changed());
        session.addClassName("assidu-filters");
        var filters = new Div(search, state, current, session);
        filters.addClassName("assidu-filters");
        add(tabs, filters, intro, waiting, aliases, keyboard);
    }

    private void changed() {
        if (reading) {
            return;
        }
        var next = new InboxFilter(
                filter.aliases(), state.getValue(), filter.session(), search.getValue(), current.getValue());
        if (!next.equals(filter)) {
            UI.getCurrent().navigate(IdentitiesView.class, next.toQuery());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading = true;
        filter = InboxFilter.of(event.getLocation().getQueryParameters());
        showTabs();
        if (!search.getValue().equals(filter.q())) {
            search.setValue(filter.q());
        }
        state.setValue(filter.state());
        current.setValue(filter.current());
        reading = false;
        state.setVisible(!filter.aliases());
        current.setVisible(filter.aliases());
        intro.setVisible(filter.aliases());
        showSession();
        waiting.setVisible(!filter.aliases());
        aliases.setVisible(filter.aliases());
        if (filter.aliases()) {
            aliases.show(filter.askedAliases());
        } else {
            waiting.show(filter.asked());
        }
    }

    /** Links, since each has an address of its own. */
    private void showTabs() {
        tabs.removeAll();
        for (boolean ofAliases : new boolean[] {false, true}) {
            var link = new RouterLink(
                    texts.get(ofAliases ? "evidence.identities.tab.aliases" : "evidence.identities.tab.waiting"),
                    IdentitiesView.class);
            link.setQueryParameters(
                    new InboxFilter(ofAliases, Identities.State.OPEN, filter.session(), "", true).toQuery());
            link.setHighlightCondition(HighlightConditions.never());
            if (ofAliases == filter.aliases()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
    }

    private void showSession() {
        session.removeAll();
        session.setVisible(filter.session() != null && !filter.aliases());
        if (filter.session() == null) {
            return;
        }
        String title = sessions.find(filter.session())
                .map(one -> one.title() + " · " + one.groupName())
                .orElse("–");
        var all = new Button(
                texts.get("evidence.identities.filter.session.clear"),
                click -> UI.getCurrent()
                        .navigate(
                                IdentitiesView.class,
                                new InboxFilter(false, filter.state(), null, filter.q(), true).toQuery()));
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        session.add(new Span(texts.get("evidence.identities.filter.session", title)), all);
    }

    @Override
    public String getPageTitle() {
        return texts.get("evidence.identities.menu");
    }
}
