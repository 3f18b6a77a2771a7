package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ScreenPart;
import fr.educentre.assidu.sources.core.DeliveryAdministration;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** Health of each source, and below it what was received. */
@Route(value = SourcesView.PATH, layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER"})
class SourcesView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    static final String PATH = "connecteurs";
    private static final long serialVersionUID = 1L;

    private final transient SourceConnections connections;
    private final transient Texts texts;
    private final boolean administrator;
    private final String baseUrl;
    private final Div cards = new Div();
    private final DeliveriesPanel deliveries;

    SourcesView(
            SourceConnections connections,
            DeliveryAdministration desk,
            Texts texts,
            CurrentActor current,
            Environment environment,
            ObjectProvider<ScreenPart> parts) {
        this.connections = connections;
        this.texts = texts;
        this.administrator = current.get().role() == Role.ADMIN;
        this.baseUrl = environment.getProperty("assidu.base-url", "");
        this.deliveries = new DeliveriesPanel(desk, texts, this::refresh);
        addClassName("assidu-view");
        cards.addClassName("assidu-columns");
        ScreenPart.of(parts, PATH).forEach(part -> add(part.component()));
        add(cards, new H2(texts.get("connectors.deliveries.title")), deliveries);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        refresh();
        deliveries.show(
                parameters.getSingleParameter("connecteur").orElse(""),
                parameters.getSingleParameter("etat").orElse(""));
    }

    private void refresh() {
        cards.removeAll();
        List<Connection> all = connections.all();
        all.forEach(one -> cards.add(new SourceCard(one, texts, () -> configure(one), () -> test(one))));
        deliveries.offer(all.stream()
                .collect(java.util.stream.Collectors.toMap(
                        (Connection one) -> one.described().name(),
                        (Connection one) -> one.described().title(),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new)));
    }

    private void configure(Connection one) {
        new SettingsDialog(one, connections, texts, administrator, baseUrl, this::refresh).open();
    }

    private void test(Connection one) {
        new TestDialog(one, connections, texts).open();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("connectors.title");
    }

    static Map<String, String> address(String connector, String state) {
        var parameters = new java.util.HashMap<String, String>();
        if (!connector.isEmpty()) {
            parameters.put("connecteur", connector);
        }
        if (!state.isEmpty()) {
            parameters.put("etat", state);
        }
        return parameters;
    }
}
