package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** A further part of a screen, brought by a module that the screen does not know. */
public interface ScreenPart {

    /** Path of the screen's route, as in its {@code @Route}. */
    String screen();

    /** Title where the screen gives its parts one (a tab, say): a key of the text bundles. */
    String titleKey();

    /** A new component each time: it belongs to the screen that asks; empty where it is not for who opens the screen. */
    Optional<Component> create();

    /** The parts brought for a screen and its reader. */
    static List<Made> of(ObjectProvider<ScreenPart> parts, String screen) {
        return parts.orderedStream()
                .filter(part -> part.screen().equals(screen))
                .flatMap(part -> part.create().stream().map(made -> new Made(part.titleKey(), made)))
                .toList();
    }

    /** A part as the screen shows it. */
    record Made(String titleKey, Component component) {}
}
