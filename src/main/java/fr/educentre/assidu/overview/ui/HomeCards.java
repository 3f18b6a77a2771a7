package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.shell.Texts;

/** What the parts of the home screen are drawn with. */
final class HomeCards {

    private HomeCards() {}

    /** A card whose content can be seen in whole elsewhere. */
    static Component card(Texts texts, String title, Component content, String all) {
        var link = new Anchor(all, texts.get("overview.home.all"));
        link.getElement().setAttribute("aria-label", texts.get("shell.says", texts.get("overview.home.all"), title));
        link.addClassName("assidu-all");
        var card = new Div(new H2(title), content, link);
        card.addClassName("assidu-card");
        return card;
    }

    /** A number that is a link to what it counts. */
    static Component tile(String label, long value, String note, String path) {
        var number = new Span(String.valueOf(value));
        number.addClassName("assidu-tile-value");
        var name = new Span(label);
        name.addClassName("assidu-tile-label");
        var more = new Span(note);
        more.addClassName("assidu-tile-note");
        var tile = new Anchor(path, name, number, more);
        tile.addClassNames("assidu-tile", "assidu-tile-link");
        if (value == 0) {
            tile.addClassName("assidu-tile-none");
        }
        return tile;
    }
}
