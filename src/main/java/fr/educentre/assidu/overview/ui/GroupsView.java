package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;

/** The groups one may see. */
@Route(value = "groupes", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class GroupsView extends ScreenBody implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    GroupsView(Texts texts, Groups groups, VisibleSessions visible) {
        this.texts = texts;
        var grid = new Grid<GroupInfo>();
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
                query -> groups.search(visible.trainerId(), query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) groups.search(visible.trainerId(), 0, 1).totalElements()));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.groups.empty.title"), texts.get("overview.groups.empty.text")));
        grid.setHeight("70vh");
        add(grid);
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.groups");
    }
}
