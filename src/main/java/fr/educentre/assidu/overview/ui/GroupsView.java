package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** The groups one may see. */
@Route(value = "groupes", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class GroupsView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final TextField words = new TextField();
    private final Grid<GroupInfo> grid = new Grid<>();

    GroupsView(Texts texts, Groups groups, VisibleSessions visible) {
        this.texts = texts;
        words.setLabel(texts.get("overview.filter.words.group"));
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui ->
                        ui.navigate(GroupsView.class, QueryParameters.simple(Map.of("q", words.getValue()))));
            }
        });
        grid.addComponentColumn(
                        group -> new RouterLink(group.name(), GroupView.class, GroupView.parameters(group.id())))
                .setHeader(texts.get("overview.column.group"))
                .setFlexGrow(2);
        grid.addColumn(GroupInfo::code)
                .setHeader(texts.get("overview.column.code"))
                .setAutoWidth(true);
        grid.addColumn(one -> one.programme().title())
                .setHeader(texts.get("overview.column.programme"))
                .setFlexGrow(2);
        grid.addColumn(one -> one.site().name())
                .setHeader(texts.get("overview.column.site"))
                .setAutoWidth(true);
        grid.addColumn(GroupInfo::learners)
                .setHeader(texts.get("overview.column.learners"))
                .setAutoWidth(true);
        grid.addColumn(group -> ReaderFormats.date(group.period().startsOn(), getLocale()) + " – "
                        + ReaderFormats.date(group.period().endsOn(), getLocale()))
                .setHeader(texts.get("overview.column.dates"))
                .setAutoWidth(true);
        grid.setItems(DataProvider.fromCallbacks(
                query ->
                        groups
                                .search(words.getValue(), visible.trainerId(), query.getPage(), query.getPageSize())
                                .items()
                                .stream(),
                query -> (int) groups.search(words.getValue(), visible.trainerId(), 0, 1)
                        .totalElements()));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.groups.empty.title"), texts.get("overview.groups.empty.text")));
        grid.setHeight("70vh");
        add(words, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        words.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.groups");
    }
}
