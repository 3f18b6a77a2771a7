package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import fr.educentre.assidu.shell.Texts;

/** From lists to calendars to what was imported: links, since each has an address of its own. */
public class ImportTabs extends Nav {

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
        addClassName("assidu-tabs");
        getElement().setAttribute("aria-label", texts.get("training.import.tabs"));
        for (Place place : Place.values()) {
            var link = new Anchor(place.path, texts.get(place.text));
            link.setRouterIgnore(false);
            if (place == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}
