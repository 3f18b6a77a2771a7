package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;

/** The groups one may see. */
@Route(value = "groupes", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class GroupsView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Groups groups;
    private final transient VisibleSessions visible;
    private final TextField words = new TextField();
    private final TableList<GroupInfo> list;

    GroupsView(Texts texts, Groups groups, VisibleSessions visible) {
        this.texts = texts;
        this.groups = groups;
        this.visible = visible;
        words.setLabel(texts.get("overview.filter.words.group"));
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        list = new TableList<>(texts, shown(), new AddressFilters().words("q", words));
        add(list);
    }

    private ListSpec<GroupInfo> shown() {
        return new ListSpec<>(
                "overview.groups",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("overview.column.group"),
                        GroupInfo::name,
                        group -> new RouterLink(group.name(), GroupView.class, GroupView.parameters(group.id()))),
                List.of(
                        column("code", GroupInfo::code).taking(8).low(),
                        column("programme", group -> group.programme().title()).taking(14),
                        column("site", group -> group.site().name()).taking(9),
                        column("learners", group -> String.valueOf(group.learners()))
                                .taking(7)
                                .high(),
                        column("dates", this::dates).taking(15)),
                ListSpec.Actions.none(),
                (page, size) -> groups.search(words.getValue(), visible.trainerId(), page, size));
    }

    private TableColumn<GroupInfo> column(String key, Function<GroupInfo, String> text) {
        return TableColumn.of(key, texts.get("overview.column." + key), text);
    }

    private String dates(GroupInfo group) {
        return ReaderFormats.date(group.period().startsOn(), texts.language()) + " – "
                + ReaderFormats.date(group.period().endsOn(), texts.language());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.groups");
    }
}
