package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** A further part of a screen, brought by a module that the screen does not know. */
public interface ScreenPart {

    /** Path of the screen's route, as in its {@code @Route}. */
    String screen();

    /** Title where the screen gives its parts one (a tab, say): a key of the text bundles. */
    String titleKey();

    /** A new component each time: it belongs to the screen that asks. */
    Component create();

    /** Whether it is for who opens the screen. */
    default boolean offered() {
        return true;
    }

    /** The parts brought for a screen and its reader. */
    static List<ScreenPart> of(ObjectProvider<ScreenPart> parts, String screen) {
        return parts.orderedStream()
                .filter(part -> part.screen().equals(screen) && part.offered())
                .toList();
    }
}
