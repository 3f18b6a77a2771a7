package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.ScreenPart;
import java.util.Optional;
import org.springframework.context.annotation.Profile;

/** From the screen of connectors to the simulator. */
@org.springframework.stereotype.Component
@Profile("demo")
class SimulatorLink implements ScreenPart {

    private static final String TITLE = "connectors.simulator.link";

    private final Texts texts;

    SimulatorLink(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String screen() {
        return SourcesView.PATH;
    }

    @Override
    public String titleKey() {
        return TITLE;
    }

    @Override
    public Optional<Component> create() {
        return Optional.of(new Paragraph(new Anchor(SimulatorView.PATH, texts.get(TITLE))));
    }
}
