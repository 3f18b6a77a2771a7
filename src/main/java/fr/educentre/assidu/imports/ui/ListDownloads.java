package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.function.Supplier;

/** Workbooks to begin with, and the centre's own. */
class ListDownloads extends Details {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    ListDownloads(CentreLists lists, Texts texts) {
        this.texts = texts;
        setSummaryText(texts.get("training.import.lists.title"));
        var kinds = new UnorderedList();
        kinds.addClassName("assidu-list");
        for (ListKind kind : ListKind.values()) {
            kinds.add(new ListItem(
                    new Span(texts.get("training.import.lists." + kind.key()) + " "),
                    link(kind, "filled", () -> lists.example(kind, true)),
                    new Span(" "),
                    link(kind, "empty", () -> lists.example(kind, false)),
                    new Span(" "),
                    link(kind, "centre", () -> lists.centre(kind))));
        }
        add(new Paragraph(texts.get("training.import.lists.text")), kinds);
    }

    /** A reader of links alone hears of what each is. */
    private FileLink link(ListKind kind, String which, Supplier<byte[]> content) {
        String label = texts.get("training.import.lists." + which);
        String name = texts.get("training.import.lists." + kind.key());
        var link = new FileLink(
                label,
                texts,
                () -> new FileLink.Content(kind.key() + '-' + which + ".xlsx", TableFile.XLSX, content.get()));
        link.getElement().setAttribute("aria-label", texts.get("training.import.lists.of", name, label));
        return link;
    }
}
