package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first few things of one kind, to correct one or add another without leaving the screen.
 *
 * @param <C> what is kept of each
 */
public final class RecordsInBrief<C> extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient Managed<C> managed;
    private final transient RecordList<C> list;
    private final transient RecordDialog.Shared shared;
    private final String screen;
    private final transient Runnable changed;
    private final UnorderedList names = new UnorderedList();

    /**
     * @param screen path of the screen that has them all
     * @param changed run after one was saved
     */
    public RecordsInBrief(
            Managed<C> managed, RecordList<C> list, Texts texts, JsonMapper json, String screen, Runnable changed) {
        this.managed = managed;
        this.list = list;
        this.shared = new RecordDialog.Shared(texts, json);
        this.screen = screen;
        this.changed = changed;
        var add = new Button(texts.get(list.form().prefix() + ".new"), VaadinIcon.PLUS.create(), click -> edit(null));
        names.addClassName("assidu-list");
        add(names, add);
        show();
    }

    private void show() {
        names.removeAll();
        var found = managed.search(new Managed.Search("", false, 0, SHOWN));
        list.page().accept(found.items().stream().map(Versioned::content).toList());
        for (Versioned<C> one : found.items()) {
            var open = new Button(list.name().apply(one.content()), click -> edit(one.id()));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            open.addClassName("assidu-record-name");
            names.add(new ListItem(open));
        }
        if (found.totalElements() > SHOWN) {
            var all = new Anchor(screen, shared.texts().get("manage.all", found.totalElements()));
            all.setRouterIgnore(false);
            names.add(new ListItem(all));
        }
        names.setVisible(found.totalElements() > 0);
    }

    private void edit(@Nullable UUID id) {
        new RecordDialog<>(managed, list.form(), shared, id, saved -> {
                    list.page().accept(List.of(saved.content()));
                    Notification.show(
                            shared.texts().get("manage.kept", list.name().apply(saved.content())));
                    show();
                    changed.run();
                })
                .open();
    }
}
