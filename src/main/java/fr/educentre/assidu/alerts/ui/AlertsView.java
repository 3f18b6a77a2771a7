package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts, newest first, with why they fired on the line. */
@Route(value = "alertes", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class AlertsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final List<String> STATES = List.of("OPEN", "ACKNOWLEDGED", "RESOLVED");
    private static final UUID NOBODY = new UUID(0, 0);

    private final transient Alerts alerts;
    private final transient Texts texts;
    private final transient Clock clock;
    private final @Nullable UUID trainer;
    private final boolean acting;
    private final Select<String> state = new Select<>();
    private final Select<GroupInfo> group = new Select<>();
    private final Grid<AlertView> grid = new Grid<>();

    AlertsView(Alerts alerts, Groups groups, Texts texts, CurrentActor current, Clock clock) {
        this.alerts = alerts;
        this.texts = texts;
        this.clock = clock;
        Actor actor = current.get();
        UUID person = actor.personId();
        this.trainer = actor.role() == Role.TRAINER ? (person == null ? NOBODY : person) : null;
        this.acting = actor.role() != Role.AUDITOR;
        addClassName("assidu-view");
        state.setLabel(texts.get("alerts.filter.state"));
        state.setItems(STATES);
        state.setItemLabelGenerator(
                item -> item == null ? texts.get("alerts.filter.all") : texts.get("alerts.state." + item));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("alerts.filter.all"));
        group.setLabel(texts.get("alerts.filter.group"));
        group.setItems(groups.search(trainer, 0, 500).items());
        group.setItemLabelGenerator(item -> item == null ? texts.get("alerts.filter.group.all") : item.name());
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(texts.get("alerts.filter.group.all"));
        state.addValueChangeListener(event -> filtered(event.isFromClient()));
        group.addValueChangeListener(event -> filtered(event.isFromClient()));
        var filters = new Div(state, group);
        filters.addClassName("assidu-filters");
        add(filters, grid());
    }

    private Grid<AlertView> grid() {
        grid.addComponentColumn(alert -> new Anchor(
                        "apprenants/" + alert.learner().learnerId(),
                        alert.learner().learnerName()))
                .setHeader(texts.get("alerts.column.learner"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::why)
                .setHeader(texts.get("alerts.column.why"))
                .setWidth("24rem")
                .setFlexGrow(3);
        grid.addColumn(alert -> String.join(", ", alert.finding().actions()))
                .setHeader(texts.get("alerts.column.actions"))
                .setWidth("10rem")
                .setFlexGrow(1);
        grid.addColumn(alert -> texts.get(
                        "alerts.age",
                        Duration.between(alert.raisedAt(), clock.instant()).toDays()))
                .setHeader(texts.get("alerts.column.raised"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::badge)
                .setHeader(texts.get("alerts.column.state"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::actions)
                .setHeader(texts.get("alerts.column.do"))
                .setWidth("13rem")
                .setFlexGrow(0);
        grid.setItems(DataProvider.fromCallbacks(
                query -> alerts.search(asked(), query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) alerts.search(asked(), 0, 1).totalElements()));
        grid.setEmptyStateComponent(new EmptyState(texts.get("alerts.empty.title"), texts.get("alerts.empty.text")));
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("70vh");
        return grid;
    }

    private Alerts.Query asked() {
        GroupInfo chosen = group.getValue();
        return new Alerts.Query(chosen == null ? null : chosen.id(), null, state.getValue(), trainer);
    }

    private Div why(AlertView alert) {
        var rule = new Div(alert.raisedBy().ruleName());
        rule.getStyle().set("font-weight", "600");
        return new Div(rule, new Span(alert.finding().explanation().read(texts)));
    }

    private Div badge(AlertView alert) {
        var tone = alert.state().equals("OPEN") ? StatusBadge.Tone.NOTICE : StatusBadge.Tone.NEUTRAL;
        var badges = new Div(new StatusBadge(tone, texts.get("alerts.state." + alert.state())));
        if (alert.finding().atRisk()) {
            badges.add(new StatusBadge(StatusBadge.Tone.BAD, texts.get("alerts.atRisk")));
        }
        return badges;
    }

    private HorizontalLayout actions(AlertView alert) {
        var why = new Button(texts.get("alerts.why"), click -> new WhyDialog(alert, alerts, texts).open());
        why.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var row = new HorizontalLayout(why);
        if (acting && alert.state().equals("OPEN")) {
            row.add(new Button(texts.get("alerts.acknowledge"), click -> acknowledge(alert)));
        }
        return row;
    }

    private void acknowledge(AlertView alert) {
        try {
            alerts.acknowledge(alert.id());
            Notification.show(texts.get("alerts.acknowledged"));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        grid.getDataProvider().refreshAll();
    }

    private void filtered(boolean byPerson) {
        grid.getDataProvider().refreshAll();
        if (byPerson) {
            Map<String, String> parameters = new HashMap<>();
            if (state.getValue() != null) {
                parameters.put("etat", state.getValue());
            }
            if (group.getValue() != null) {
                parameters.put("groupe", group.getValue().id().toString());
            }
            UI.getCurrent().navigate(AlertsView.class, QueryParameters.simple(parameters));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        parameters.getSingleParameter("etat").filter(STATES::contains).ifPresent(state::setValue);
        parameters
                .getSingleParameter("groupe")
                .flatMap(id -> group.getListDataView()
                        .getItems()
                        .filter(g -> g.id().toString().equals(id))
                        .findFirst())
                .ifPresent(group::setValue);
    }

    @Override
    public String getPageTitle() {
        return texts.get("alerts.title");
    }
}
