package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.educentre.assidu.shell.MenuContributor;
import fr.educentre.assidu.shell.MenuContributor.MenuEntry;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;

/** The simulator's screen and its place in the menu, for whoever imports them: found by no scan. */
public class SimulatorScreen {

    @Bean
    VaadinServiceInitListener simulatorRoute() {
        return event -> RouteConfiguration.forRegistry(
                        event.getSource().getRouter().getRegistry())
                .setAnnotatedRoute(SimulatorView.class);
    }

    @Bean
    MenuContributor simulatorMenu() {
        return () -> List.of(new MenuEntry(
                "connectors.simulator.menu",
                SimulatorView.PATH,
                "vaadin:flask",
                112,
                Set.of("ADMIN", "QUALITY_MANAGER")));
    }
}
