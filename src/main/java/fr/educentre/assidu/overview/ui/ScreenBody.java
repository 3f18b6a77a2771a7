package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** A screen's body: the landmark and its spacing. */
abstract class ScreenBody extends Main {

    private static final long serialVersionUID = 1L;

    ScreenBody() {
        addClassName("assidu-view");
    }

    static Div tile(String label, String value, String note) {
        var valueText = new Span(value);
        valueText.addClassName("assidu-tile-value");
        var labelText = new Span(label);
        labelText.addClassName("assidu-tile-label");
        var noteText = new Span(note);
        noteText.addClassName("assidu-tile-note");
        var tile = new Div(labelText, valueText, noteText);
        tile.addClassName("assidu-tile");
        return tile;
    }
}
