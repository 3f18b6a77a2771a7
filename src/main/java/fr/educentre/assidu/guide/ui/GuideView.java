package fr.educentre.assidu.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fr.educentre.assidu.guide.Guide;
import fr.educentre.assidu.guide.GuideSection;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** A page of the guide beside the others: the one of a screen, at what it says of it, or what was sought. */
@Route(value = MainLayout.HELP, layout = MainLayout.class)
@RouteAlias(value = MainLayout.HELP + "/:page", layout = MainLayout.class)
@PermitAll
class GuideView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String SOUGHT = "q";
    private static final int EXCERPT = 180;

    private final transient Guide guide;
    private final transient Texts texts;
    private final TextField search = new TextField();
    private final Div body = new Div();

    GuideView(Guide guide, Texts texts) {
        this.guide = guide;
        this.texts = texts;
        addClassNames("assidu-view", "assidu-guide");
        search.setLabel(texts.get("guide.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                seek(change.getValue());
            }
        });
        body.getElement().setAttribute("lang", "fr");
        body.addClassName("assidu-guide-body");
        var columns = new Div(pages(), body);
        columns.addClassName("assidu-onboarding-columns");
        add(search, columns);
    }

    private Nav pages() {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        guide.pages().forEach(page -> list.add(new ListItem(link(address(page.key(), ""), page.title()))));
        var nav = new Nav(list);
        nav.getElement().setAttribute("aria-label", texts.get("guide.pages"));
        return nav;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        String sought = parameters.getSingleParameter(SOUGHT).orElse("");
        search.setValue(sought);
        if (!sought.isBlank()) {
            showFound(sought);
            return;
        }
        Optional<GuideSection> ofScreen =
                parameters.getSingleParameter(MainLayout.HELP_SCREEN).flatMap(guide::ofScreen);
        String asked = event.getRouteParameters().get("page").orElse(Guide.FIRST);
        String page = ofScreen.map(section -> section.place().page()).orElse(asked);
        guide.page(page)
                .ifPresentOrElse(
                        found -> show(found, ofScreen.map(GuideSection::place)),
                        () -> body.add(
                                new EmptyState(texts.get("guide.unknown.title"), texts.get("guide.unknown.text"))));
    }

    private void seek(String words) {
        showFound(words);
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(
                        null, new com.vaadin.flow.router.Location(MainLayout.HELP, QueryParameters.of(SOUGHT, words))));
    }

    private void showFound(String words) {
        body.removeAll();
        List<GuideSection> found = guide.find(words);
        var count = new Paragraph(texts.get("guide.found", found.size(), words));
        count.getElement().setAttribute("role", "status");
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (GuideSection section : found) {
            String text = section.words();
            list.add(new ListItem(
                    link(address(section.place().page(), section.place().anchor()), section.title()),
                    new Paragraph(text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text)));
        }
        body.add(count, list);
    }

    private void show(GuideSection.Page page, Optional<GuideSection.Place> wanted) {
        body.removeAll();
        for (GuideSection section : page.sections()) {
            Component title = title(section);
            var part = new Section(title, new Html("<div>" + section.html() + "</div>"));
            part.setId(section.place().anchor());
            body.add(part);
            wanted.filter(section.place()::equals).ifPresent(place -> {
                part.addClassName("assidu-guide-wanted");
                title.getElement().setAttribute("tabindex", "-1");
                title.getElement().executeJs("this.scrollIntoView(); this.focus({preventScroll: true})");
            });
        }
    }

    private static Component title(GuideSection section) {
        return section.place().level() <= 2 ? new H2(section.title()) : new H3(section.title());
    }

    private static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.setRouterIgnore(false);
        return link;
    }

    private static String address(String page, String anchor) {
        return MainLayout.HELP + "/" + page + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    @Override
    public String getPageTitle() {
        return texts.get("guide.title");
    }
}
