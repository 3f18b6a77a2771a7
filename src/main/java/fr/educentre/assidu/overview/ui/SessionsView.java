package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sessions, filtered by group, dates and state; the filters stand in the address. Without any, those of today come first. */
@Route(value = "seances", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class SessionsView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Asked for: without filters, what is shown begins today. */
    private static final QueryParameters EVERY = QueryParameters.simple(Map.of("tous", "true"));

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
    private final Grid<SessionInfo> grid = new Grid<>();
    private transient SessionFilter filter = SessionFilter.none();
    private boolean reading;

    SessionsView(Texts texts, VisibleSessions sessions, StatusBadges badges, HomeQueries figures) {
        this.texts = texts;
        this.from = LocalizedParts.datePicker(texts);
        this.to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        this.sessions = sessions;
        this.figures = figures;
        this.badges = badges;
        configureFilters();
        configureGrid();
        var filters = new Div(words, group, from, to, state);
        filters.addClassName("assidu-filters");
        add(filters, grid);
    }

    private void configureFilters() {
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
        words.addValueChangeListener(change -> filterChanged());
        group.addValueChangeListener(change -> filterChanged());
        from.addValueChangeListener(change -> filterChanged());
        to.addValueChangeListener(change -> filterChanged());
        state.addValueChangeListener(change -> filterChanged());
    }

    private void configureGrid() {
        grid.addColumn(session -> SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts))
                .setHeader(texts.get("overview.column.when"))
                .setAutoWidth(true);
        grid.addComponentColumn(session ->
                        new RouterLink(session.title(), SessionView.class, SessionView.parameters(session.id())))
                .setHeader(texts.get("overview.column.session"))
                .setFlexGrow(2);
        grid.addColumn(SessionInfo::groupName)
                .setHeader(texts.get("overview.column.group"))
                .setAutoWidth(true);
        grid.addColumn(session -> texts.get("overview.modality." + session.modality()))
                .setHeader(texts.get("overview.column.modality"))
                .setAutoWidth(true);
        grid.addColumn(session -> session.trainer().name())
                .setHeader(texts.get("overview.column.trainer"))
                .setAutoWidth(true);
        grid.addComponentColumn(session -> badges.of(session, HomeQueries.Arrivals.of(arrivals, session.id())))
                .setHeader(texts.get("overview.column.state"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.sessions.empty.title"), texts.get("overview.sessions.empty.text")));
        CallbackDataProvider<SessionInfo, Void> provider =
                DataProvider.fromCallbacks(this::fetch, query -> (int) sessions.count(filter));
        grid.setDataProvider(provider);
        grid.setHeight("70vh");
    }

    private java.util.stream.Stream<SessionInfo> fetch(Query<SessionInfo, Void> query) {
        var page = sessions.page(filter, query.getPage(), query.getPageSize()).items();
        arrivals.putAll(figures.arrivals(page.stream().map(SessionInfo::id).toList()));
        return page.stream();
    }

    private void filterChanged() {
        if (!reading) {
            filter = new SessionFilter(
                    group.getOptionalValue().map(GroupInfo::id).orElse(null),
                    from.getValue(),
                    to.getValue(),
                    state.getValue(),
                    words.getValue());
            boolean all = filter.equals(SessionFilter.none());
            getUI().ifPresent(ui -> ui.navigate(SessionsView.class, all ? EVERY : filter.toQuery()));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading = true;
        QueryParameters parameters = event.getLocation().getQueryParameters();
        filter = parameters.getParameters().isEmpty() ? sessions.fromToday() : SessionFilter.of(parameters);
        group.setValue(sessions.groups().stream()
                .filter(item -> item.id().equals(filter.groupId()))
                .findFirst()
                .orElse(null));
        from.setValue(filter.from());
        to.setValue(filter.to());
        state.setValue(filter.state());
        words.setValue(Objects.requireNonNullElse(filter.q(), ""));
        reading = false;
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.sessions");
    }
}
