package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.evidence.Deliveries.State;
import fr.educentre.assidu.evidence.Deliveries.Summary;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.sources.core.DeliveryAdministration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was received, newest first; what failed says why and is processed again. */
class DeliveriesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryAdministration desk;
    private final transient Texts texts;
    private final transient Runnable changed;
    private final Select<String> connector = new Select<>();
    private final Select<State> state = new Select<>();
    private final Button all;
    private final Grid<Summary> grid = new Grid<>();
    private transient Map<String, String> titles = Map.of();

    DeliveriesPanel(DeliveryAdministration desk, Texts texts, Runnable changed) {
        this.desk = desk;
        this.texts = texts;
        this.changed = changed;
        connector.setLabel(texts.get("connectors.deliveries.connector"));
        connector.setEmptySelectionAllowed(true);
        connector.setEmptySelectionCaption(texts.get("connectors.deliveries.all"));
        connector.setItemLabelGenerator(
                name -> name == null ? texts.get("connectors.deliveries.all") : titles.getOrDefault(name, name));
        state.setLabel(texts.get("connectors.deliveries.state"));
        state.setItems(State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("connectors.deliveries.all"));
        state.setItemLabelGenerator(one ->
                one == null ? texts.get("connectors.deliveries.all") : texts.get("connectors.deliveries.state." + one));
        connector.addValueChangeListener(event -> filtered(event.isFromClient()));
        state.addValueChangeListener(event -> filtered(event.isFromClient()));
        all = new Button(texts.get("connectors.deliveries.allAgain"), click -> allAgain());
        all.setVisible(false);
        var filters = new Div(connector, state, all);
        filters.addClassName("assidu-filters");
        add(filters, grid());
    }

    /** The connections to choose from, by name. */
    void offer(Map<String, String> byName) {
        titles = byName;
        String chosen = connector.getValue();
        connector.setItems(byName.keySet());
        if (chosen != null && byName.containsKey(chosen)) {
            connector.setValue(chosen);
        }
        grid.getDataProvider().refreshAll();
    }

    void show(String name, String wanted) {
        if (titles.containsKey(name)) {
            connector.setValue(name);
        }
        Arrays.stream(State.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .ifPresent(state::setValue);
    }

    private Grid<Summary> grid() {
        grid.addColumn(one -> SiteTimes.at(one.receipt().receivedAt(), texts))
                .setHeader(texts.get("connectors.deliveries.column.at"))
                .setAutoWidth(true);
        grid.addColumn(one -> titles.getOrDefault(one.connector(), one.connector()))
                .setHeader(texts.get("connectors.deliveries.column.connector"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::badge)
                .setHeader(texts.get("connectors.deliveries.column.state"))
                .setAutoWidth(true);
        grid.addColumn(DeliveriesPanel::result)
                .setHeader(texts.get("connectors.deliveries.column.outcome"))
                .setWidth("20rem")
                .setFlexGrow(3);
        grid.addComponentColumn(this::actions)
                .setHeader(texts.get("connectors.deliveries.column.do"))
                .setAutoWidth(true);
        grid.setItems(DataProvider.fromCallbacks(
                query ->
                        desk
                                .search(connector.getValue(), state.getValue(), query.getPage(), query.getPageSize())
                                .items()
                                .stream(),
                query -> (int) desk.search(connector.getValue(), state.getValue(), 0, 1)
                        .totalElements()));
        grid.setEmptyStateComponent(new EmptyState(
                texts.get("connectors.deliveries.empty.title"), texts.get("connectors.deliveries.empty.text")));
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("50vh");
        return grid;
    }

    private static String result(Summary one) {
        String told = one.processing().problem() != null
                ? one.processing().problem()
                : one.processing().outcome();
        if (told != null) {
            return told;
        }
        return one.content().fileName() == null ? "" : one.content().fileName();
    }

    private Component badge(Summary one) {
        var tone = switch (one.state()) {
            case RECEIVED -> StatusBadge.Tone.WAITING;
            case PROCESSED -> StatusBadge.Tone.GOOD;
            case FAILED -> StatusBadge.Tone.BAD;
        };
        return new StatusBadge(tone, texts.get("connectors.deliveries.state." + one.state()));
    }

    private @Nullable Component actions(Summary one) {
        if (one.state() != State.FAILED || !titles.containsKey(one.connector())) {
            return new Div();
        }
        var again = new Button(texts.get("connectors.deliveries.again"), click -> again(one));
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return again;
    }

    private void again(Summary one) {
        try {
            desk.again(one.id());
            Notification.show(texts.get("connectors.deliveries.takenUp"));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        changed.run();
    }

    private void allAgain() {
        String name = connector.getValue();
        if (name != null) {
            Notification.show(texts.get("connectors.deliveries.allTakenUp", desk.allAgain(name)));
            changed.run();
        }
    }

    private void filtered(boolean byPerson) {
        all.setVisible(connector.getValue() != null);
        grid.getDataProvider().refreshAll();
        if (byPerson) {
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            "connecteurs"
                                    + query(QueryParameters.simple(SourcesView.address(
                                            connector.getValue() == null ? "" : connector.getValue(),
                                            state.getValue() == null
                                                    ? ""
                                                    : state.getValue().name()))));
        }
    }

    private static String query(QueryParameters parameters) {
        String query = parameters.getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }
}
