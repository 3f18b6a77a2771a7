package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One kind of thing: found, entered, corrected, ended or removed. What is sought stands in the address; a thing that was removed
 * can be put back at once.
 *
 * @param <C> what is kept of each
 */
public abstract class ManagedView<C> extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int UNDO_MILLIS = 10_000;
    private static final int REMARK_MILLIS = 10_000;

    private final transient Managed<C> managed;
    private final transient FormSpec<C> spec;
    private final transient RecordDialog.Shared shared;
    private final transient Function<C, String> name;
    private final transient List<RecordAction> actions;
    private final transient Consumer<List<C>> listed;
    private final TextField search = new TextField();
    private final Checkbox ended = new Checkbox();
    private final TableList<Versioned<C>> list;

    protected ManagedView(Managed<C> managed, RecordList<C> list, Texts texts, JsonMapper json) {
        this.managed = managed;
        this.spec = list.form();
        this.shared = new RecordDialog.Shared(texts, json);
        this.name = list.name();
        this.actions = list.actions();
        this.listed = list.page();
        this.list = new TableList<>(texts, shown(list), filters());
        addClassName("assidu-view");
        var add = new Button(text(spec.prefix() + ".new"), VaadinIcon.PLUS.create(), click -> edit(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        addAction(add);
        add(this.list);
    }

    private AddressFilters filters() {
        search.setLabel(text("manage.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        ended.setLabel(text("manage.ended"));
        return new AddressFilters().words("q", search).tick("tous", ended);
    }

    private ListSpec<Versioned<C>> shown(RecordList<C> records) {
        return new ListSpec<>(
                spec.prefix(),
                getPageTitle(),
                new ListSpec.Name<>(
                        text(spec.prefix() + ".column.name"), one -> name.apply(one.content()), this::nameButton),
                columns(records),
                ListSpec.Actions.none(),
                new Pages());
    }

    /** The first says most of a thing that is not in its name. */
    private List<TableColumn<Versioned<C>>> columns(RecordList<C> records) {
        List<TableColumn<Versioned<C>>> columns = new ArrayList<>();
        records.columns().forEach((field, value) -> {
            TableColumn<Versioned<C>> column =
                    TableColumn.of(field, text(spec.prefix() + '.' + field), one -> value.apply(one.content()));
            columns.add(columns.isEmpty() ? column.high() : column);
        });
        return columns;
    }

    private Button nameButton(Versioned<C> one) {
        var open = new Button(name.apply(one.content()), click -> edit(one.id()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassName("assidu-record-name");
        return open;
    }

    /** Another way to enter things, beside the one that enters one. */
    protected final void addAction(Button button) {
        list.addAction(button);
    }

    /** Told after one was saved: what is unusual is kept all the same, and said. */
    protected void saved(Versioned<C> one) {
        UUID id = one.id();
        if (id != null) {
            managed.warnings(id)
                    .forEach(warning -> Notification.show(
                            text(warning.key(), warning.arguments().toArray()),
                            REMARK_MILLIS,
                            Notification.Position.MIDDLE));
        }
    }

    /** The list is read anew. */
    protected final void refresh() {
        list.refresh();
    }

    private final class Pages implements ListPages<Versioned<C>> {

        @Override
        public PageOf<Versioned<C>> read(int page, int size) {
            PageOf<Versioned<C>> found = found(page, size);
            listed.accept(found.items().stream().map(Versioned::content).toList());
            return found;
        }

        @Override
        public long count() {
            return found(0, 1).totalElements();
        }

        private PageOf<Versioned<C>> found(int page, int size) {
            return managed.search(new Managed.Search(search.getValue(), ended.getValue(), page, size));
        }
    }

    private void edit(@Nullable UUID id) {
        var dialog = new RecordDialog<>(managed, spec, shared, id, kept -> {
            list.refresh();
            listed.accept(List.of(kept.content()));
            Notification.show(text("manage.kept", name.apply(kept.content())));
            saved(kept);
        });
        if (id != null) {
            dialog.offering(actions, shared.texts()).removable(text("manage.remove"), (gone, content) -> {
                list.refresh();
                offerUndo(gone, content);
            });
        }
        dialog.open();
    }

    private void offerUndo(UUID id, C content) {
        var notification = new Notification();
        var undo = new Button(text("manage.undo"), click -> {
            notification.close();
            try {
                managed.add(id, content);
                list.refresh();
            } catch (Refusal refusal) {
                Notification.show(text(refusal.key(), refusal.arguments().toArray()));
            }
        });
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        notification.add(new Div(new Span(text("manage.removed", name.apply(content))), undo));
        notification.setDuration(UNDO_MILLIS);
        notification.open();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        list.read(parameters);
        parameters.getSingleParameter("ouvrir").ifPresent(this::openNamed);
    }

    /** An address that names a thing opens its form over the list; one typed wrong opens the list alone. */
    private void openNamed(String id) {
        try {
            edit(UUID.fromString(id));
        } catch (IllegalArgumentException | Refusal unknown) {
            Notification.show(text("manage.open.unknown"));
        }
    }

    @Override
    public String getPageTitle() {
        return text(spec.prefix() + ".screen");
    }

    private String text(String key, Object... arguments) {
        return shared.texts().get(key, arguments);
    }
}
