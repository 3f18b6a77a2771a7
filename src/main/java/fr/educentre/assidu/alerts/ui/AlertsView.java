package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Alerts, newest first, with why they fired on the line. */
@Route(value = "alertes", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
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
    private final TableList<AlertView> list;

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
        list = new TableList<>(texts, shown(), filters());
        add(list);
    }

    private AddressFilters filters() {
        return new AddressFilters()
                .value("etat", state, one -> one, text -> Optional.of(text).filter(STATES::contains))
                .value(
                        "groupe",
                        group,
                        one -> one.id().toString(),
                        id -> group.getListDataView()
                                .getItems()
                                .filter(one -> one.id().toString().equals(id))
                                .findFirst());
    }

    private ListSpec<AlertView> shown() {
        return new ListSpec<>(
                "alerts",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("alerts.column.learner"),
                        alert -> alert.learner().learnerName(),
                        alert -> new Anchor(
                                "apprenants/" + alert.learner().learnerId(),
                                alert.learner().learnerName())),
                List.of(
                        column("why", alert -> alert.raisedBy().ruleName() + " – " + explanation(alert))
                                .shownAs(this::why)
                                .taking(17)
                                .high(),
                        column(
                                        "actions",
                                        alert -> String.join(
                                                ", ", alert.finding().actions()))
                                .low(),
                        column("raised", this::age).taking(6),
                        column("state", this::states).shownAs(this::badge).taking(10)),
                new ListSpec.Actions<>(14, texts.get("alerts.column.do"), this::actions),
                (page, size) -> alerts.search(asked(), page, size));
    }

    private TableColumn<AlertView> column(String key, Function<AlertView, String> text) {
        return TableColumn.of(key, texts.get("alerts.column." + key), text);
    }

    private String age(AlertView alert) {
        return texts.get(
                "alerts.age",
                Duration.between(alert.raisedAt(), clock.instant()).toDays());
    }

    private String explanation(AlertView alert) {
        return alert.finding().explanation().read(texts);
    }

    private String states(AlertView alert) {
        String state = texts.get("alerts.state." + alert.state());
        return alert.finding().atRisk() ? state + ", " + texts.get("alerts.atRisk") : state;
    }

    private Alerts.Query asked() {
        GroupInfo chosen = group.getValue();
        return new Alerts.Query(chosen == null ? null : chosen.id(), null, state.getValue(), trainer);
    }

    private Div why(AlertView alert) {
        var rule = new Div(alert.raisedBy().ruleName());
        rule.getStyle().set("font-weight", "600");
        return new Div(rule, new Span(explanation(alert)));
    }

    private Div badge(AlertView alert) {
        var tone = alert.state().equals("OPEN") ? StatusBadge.Tone.NOTICE : StatusBadge.Tone.NEUTRAL;
        var badges = new Div(new StatusBadge(tone, texts.get("alerts.state." + alert.state())));
        if (alert.finding().atRisk()) {
            badges.add(new StatusBadge(StatusBadge.Tone.BAD, texts.get("alerts.atRisk")));
        }
        return badges;
    }

    private List<Component> actions(AlertView alert) {
        var why = new Button(texts.get("alerts.why"), click -> new WhyDialog(alert, alerts, texts).open());
        why.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return acting && alert.state().equals("OPEN")
                ? List.of(why, new Button(texts.get("alerts.acknowledge"), click -> acknowledge(alert)))
                : List.of(why);
    }

    private void acknowledge(AlertView alert) {
        try {
            alerts.acknowledge(alert.id());
            Notification.show(texts.get("alerts.acknowledged"));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        list.refresh();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return texts.get("alerts.title");
    }
}
