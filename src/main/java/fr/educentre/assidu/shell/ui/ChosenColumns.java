package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import com.vaadin.flow.server.VaadinRequest;
import fr.educentre.assidu.shell.Texts;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which columns the reader wants of a list: chosen in a menu, remembered in their browser under their account. Not in the
 * database: what one wants to see depends on the window as much as on the person, and no list is opened later for it.
 */
final class ChosenColumns<T> {

    private static final String SEPARATOR = ",";

    private final Texts texts;
    private final List<TableColumn<T>> columns;
    private final String list;
    private final Runnable changed;
    private final MenuBar menu;
    private final Map<String, MenuItem> items = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();

    /** @param changed run when the reader chose, or what was chosen before is known */
    ChosenColumns(Texts texts, ListSpec<T> spec, Runnable changed) {
        this.texts = texts;
        this.columns = spec.columns();
        this.list = spec.key();
        this.changed = changed;
        this.menu = LocalizedParts.menuBar(texts);
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var choices = menu.addItem(texts.get("shell.list.columns")).getSubMenu();
        for (TableColumn<T> column : columns) {
            MenuItem item = choices.addItem(column.header(), click -> choose(column.key()));
            item.setCheckable(true);
            item.setChecked(true);
            item.setKeepOpen(true);
            items.put(column.key(), item);
        }
        menu.addAttachListener(attached -> WebStorage.getItem(Storage.LOCAL_STORAGE, place(), this::remembered));
    }

    Component menu() {
        return menu;
    }

    /** In the order in which they are shown. */
    List<TableColumn<T>> wanted() {
        return columns.stream().filter(column -> !hidden.contains(column.key())).toList();
    }

    /** Says in the menu which of those that are wanted have no room in this window. */
    void room(List<TableColumn<T>> shown) {
        for (TableColumn<T> column : columns) {
            boolean crowded = !hidden.contains(column.key()) && !shown.contains(column);
            MenuItem item = items.get(column.key());
            if (item != null) {
                item.setText(crowded ? texts.get("shell.list.columns.noRoom", column.header()) : column.header());
            }
        }
    }

    private void choose(String key) {
        if (!hidden.remove(key)) {
            hidden.add(key);
        }
        WebStorage.setItem(Storage.LOCAL_STORAGE, place(), String.join(SEPARATOR, hidden));
        apply();
    }

    /** What was chosen before; columns that are no more are none of it. */
    void remembered(@Nullable String keys) {
        if (keys != null) {
            hidden.clear();
            Arrays.stream(keys.split(SEPARATOR)).filter(items::containsKey).forEach(hidden::add);
            apply();
        }
    }

    private void apply() {
        items.forEach((key, item) -> item.setChecked(!hidden.contains(key)));
        changed.run();
    }

    /** Several people may use one browser; their names stay out of it. */
    private String place() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Principal reader = request == null ? null : request.getUserPrincipal();
        String name = reader == null ? "" : reader.getName();
        return "assidu-columns-" + list + '-' + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
