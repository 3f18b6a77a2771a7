package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import fr.educentre.assidu.shell.GlobalSearch;
import fr.educentre.assidu.shell.GlobalSearch.KindFound;
import fr.educentre.assidu.shell.SearchSource.Hit;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** The search over all screens: typed, gone through with the arrows, opened with Enter. */
class SearchDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** From the field down through what was found, and back up. */
    private static final String ARROWS = """
            const box = this;
            box.addEventListener('keydown', event => {
                if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') { return; }
                const links = [...box.querySelectorAll('a[href]')];
                if (!links.length) { return; }
                event.preventDefault();
                const at = links.indexOf(document.activeElement);
                const next = event.key === 'ArrowDown' ? Math.min(at + 1, links.length - 1) : at - 1;
                if (next < 0) { box.querySelector('vaadin-text-field').focus(); } else { links[next].focus(); }
            });
            """;

    private final transient Texts texts;
    private final transient GlobalSearch search;
    private final TextField field = new TextField();
    private final Paragraph count = new Paragraph();
    private final Div results = new Div();
    private transient List<KindFound> found = List.of();

    SearchDialog(Texts texts, GlobalSearch search) {
        this.texts = texts;
        this.search = search;
        setHeaderTitle(texts.get("shell.search.title"));
        field.setLabel(texts.get("shell.search.field"));
        field.setHelperText(texts.get("shell.search.help"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidthFull();
        field.addValueChangeListener(change -> show());
        field.addKeyPressListener(Key.ENTER, enter -> openFirst());
        count.getElement().setAttribute("role", "status");
        count.addClassName("assidu-muted");
        var box = new Div(field, count, results);
        box.addClassName("assidu-search");
        box.getElement().executeJs(ARROWS);
        add(box);
        getFooter().add(new Button(texts.get("shell.close"), click -> close()));
        setWidth("min(40rem, 96vw)");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                field.focus();
            }
        });
    }

    private void show() {
        found = search.find(field.getValue());
        results.removeAll();
        int hits = found.stream().mapToInt(kind -> kind.hits().size()).sum();
        count.setText(field.getValue().isBlank() ? "" : texts.get("shell.search.count", hits));
        found.forEach(kind -> results.add(part(kind)));
    }

    private Component part(KindFound kind) {
        String name = texts.get("shell.search.kind." + kind.kind());
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Hit hit : kind.hits()) {
            var detail = new Span(" " + hit.detail());
            detail.addClassName("assidu-muted");
            list.add(new ListItem(new Anchor(hit.path(), hit.title()), detail));
        }
        if (kind.more()) {
            var all = new Anchor(kind.all(), texts.get("shell.search.all"));
            all.getElement().setAttribute("aria-label", texts.get("shell.says", texts.get("shell.search.all"), name));
            list.add(new ListItem(all));
        }
        return new Div(new H3(name), list);
    }

    /** What was typed last counts, even where it has not been looked for yet. */
    private void openFirst() {
        show();
        found.stream().flatMap(kind -> kind.hits().stream()).findFirst().ifPresent(hit -> {
            close();
            var place = new Location(hit.path());
            UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
        });
    }
}
