package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListPages;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sessions, filtered by group, dates and state; the filters stand in the address. Without any, those of today come first. */
@Route(value = "seances", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class SessionsView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Asked for: without filters, what is shown begins today. */
    private static final Map<String, String> EVERY = Map.of("tous", "true");

    private final transient Texts texts;
    private final transient VisibleSessions sessions;
    private final transient StatusBadges badges;
    private final transient HomeQueries figures;
    private final transient Map<UUID, HomeQueries.Arrivals> arrivals = new HashMap<>();
    private final ComboBox<GroupInfo> group = new ComboBox<>();
    private final DatePicker from;
    private final DatePicker to;
    private final ComboBox<SessionState> state = new ComboBox<>();
    private final TextField words = new TextField();
    private final TableList<SessionInfo> list;

    SessionsView(Texts texts, VisibleSessions sessions, StatusBadges badges, HomeQueries figures) {
        this.texts = texts;
        this.from = LocalizedParts.datePicker(texts);
        this.to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        this.sessions = sessions;
        this.badges = badges;
        this.figures = figures;
        list = new TableList<>(texts, shown(), filters());
        add(list);
    }

    private AddressFilters filters() {
        group.setLabel(texts.get("overview.filter.group"));
        group.setPlaceholder(texts.get("overview.filter.group.all"));
        group.setItems(sessions.groups());
        group.setItemLabelGenerator(GroupInfo::name);
        group.setClearButtonVisible(true);
        from.setLabel(texts.get("overview.filter.from"));
        to.setLabel(texts.get("overview.filter.to"));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        state.setLabel(texts.get("overview.filter.state"));
        state.setItems(Arrays.asList(SessionState.values()));
        state.setItemLabelGenerator(value -> texts.get("overview.session." + value));
        state.setClearButtonVisible(true);
        words.setLabel(texts.get("overview.filter.words.session"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        return new AddressFilters()
                .words("q", words)
                .value("groupe", group, one -> one.id().toString(), this::group)
                .day("du", from)
                .day("au", to)
                .choice("etat", state, SessionState.class)
                .completedBy(asked -> asked.isEmpty() ? EVERY : asked);
    }

    private Optional<GroupInfo> group(String id) {
        return group.getListDataView()
                .getItems()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
    }

    private ListSpec<SessionInfo> shown() {
        return new ListSpec<>(
                "overview.sessions",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("overview.column.session"),
                        SessionInfo::title,
                        session -> new RouterLink(
                                session.title(), SessionView.class, SessionView.parameters(session.id()))),
                List.of(
                        column(
                                        "when",
                                        session -> SiteTimes.slot(
                                                session.startsAt(), session.endsAt(), session.zone(), texts))
                                .taking(13)
                                .high(),
                        column("group", SessionInfo::groupName).taking(10),
                        column("modality", session -> texts.get("overview.modality." + session.modality()))
                                .taking(7)
                                .low(),
                        column("trainer", session -> session.trainer().name()).taking(9),
                        column("state", session -> badges.word(session, arrived(session)))
                                .shownAs(session -> badges.of(session, arrived(session)))
                                .taking(11)
                                .high()),
                ListSpec.Actions.none(),
                new Pages());
    }

    private HomeQueries.Arrivals arrived(SessionInfo session) {
        return HomeQueries.Arrivals.of(arrivals, session.id());
    }

    /** With who arrived, read for the whole page: a session whose statuses are all known is left to close. */
    private final class Pages implements ListPages<SessionInfo> {

        @Override
        public PageOf<SessionInfo> read(int page, int size) {
            PageOf<SessionInfo> found = sessions.page(filter(), page, size);
            arrivals.putAll(
                    figures.arrivals(found.items().stream().map(SessionInfo::id).toList()));
            return found;
        }

        @Override
        public long count() {
            return sessions.count(filter());
        }
    }

    private TableColumn<SessionInfo> column(String key, Function<SessionInfo, String> text) {
        return TableColumn.of(key, texts.get("overview.column." + key), text);
    }

    private SessionFilter filter() {
        return new SessionFilter(
                group.getOptionalValue().map(GroupInfo::id).orElse(null),
                from.getValue(),
                to.getValue(),
                state.getValue(),
                words.getValue());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        list.read(asked.getParameters().isEmpty() ? sessions.fromToday().toQuery() : asked);
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.sessions");
    }
}
