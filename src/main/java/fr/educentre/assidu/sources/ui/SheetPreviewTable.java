package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.grid.Grid;
import fr.educentre.assidu.imports.evidence.SheetPreview;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** The first lines of a file as they stand in it. */
class SheetPreviewTable extends Grid<List<String>> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    SheetPreviewTable(SheetPreview preview, Texts texts) {
        for (int i = 0; i < preview.headings().size(); i++) {
            int place = i;
            addColumn(row -> place < row.size() ? row.get(place) : "")
                    .setHeader(preview.headings().get(i))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
        setItems(preview.rows().subList(0, Math.min(SHOWN, preview.rows().size())));
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", texts.get("connectors.partners.preview"));
    }
}
