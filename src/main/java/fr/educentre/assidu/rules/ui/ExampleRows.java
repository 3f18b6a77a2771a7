package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Facts of one kind: told one by one in a line of fields, each named and taken away again. */
class ExampleRows<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient List<T> rows;
    private final transient Function<T, String> said;
    private final UnorderedList list = new UnorderedList();

    /**
     * @param title key of what they are called
     * @param made from the fields, empty while these do not tell enough
     * @param said a fact in a line of words
     */
    ExampleRows(
            Texts texts,
            String title,
            List<T> rows,
            Function<T, String> said,
            Supplier<Optional<T>> made,
            Component... fields) {
        this.texts = texts;
        this.rows = new ArrayList<>(rows);
        this.said = said;
        list.addClassName("assidu-list");
        String name = texts.get(title);
        var add = new Button(texts.get("rules.example.add"), click -> made.get().ifPresent(this::added));
        add.setAriaLabel(texts.get("rules.example.add.to", name));
        var adding = ExampleFields.together(fields);
        adding.add(add);
        add(new H4(name), adding, list);
        show();
    }

    List<T> rows() {
        return List.copyOf(rows);
    }

    private void added(T one) {
        rows.add(one);
        show();
    }

    private void show() {
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            list.add(line(i));
        }
    }

    private ListItem line(int index) {
        var what = new Span(said.apply(rows.get(index)));
        what.addClassName("assidu-grow");
        var remove = new Button(texts.get("rules.remove"), click -> {
            rows.remove(index);
            show();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(texts.get("rules.remove.line", what.getText()));
        var item = new ListItem(what, remove);
        item.addClassName("assidu-builder-row");
        return item;
    }
}
