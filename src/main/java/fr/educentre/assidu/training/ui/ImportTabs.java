package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import fr.educentre.assidu.shell.Texts;
import java.util.Arrays;

/** From lists to calendars to what was imported; each has an address of its own. */
public class ImportTabs extends Tabs {

    private static final long serialVersionUID = 1L;

    /** The screens, in their order. */
    public enum Place {
        LISTS("training.import.tab.lists", "imports"),
        CALENDARS("training.import.tab.calendars", "imports/calendriers"),
        HISTORY("training.import.tab.history", "imports/historique");

        private final String text;
        private final String path;

        Place(String text, String path) {
            this.text = text;
            this.path = path;
        }
    }

    public ImportTabs(Texts texts, Place here) {
        super(Arrays.stream(Place.values())
                .map(place -> new Tab(texts.get(place.text)))
                .toArray(Tab[]::new));
        setSelectedIndex(here.ordinal());
        getElement().setAttribute("aria-label", texts.get("training.import.tabs"));
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(Place.values()[getSelectedIndex()].path));
            }
        });
    }
}
