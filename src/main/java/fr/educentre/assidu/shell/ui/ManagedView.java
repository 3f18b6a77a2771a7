package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int PHONE = 600;
    private static final int REMARK_MILLIS = 10_000;

    private final transient Managed<C> managed;
    private final transient FormSpec<C> spec;
    private final transient RecordDialog.Shared shared;
    private final transient Function<C, String> name;
    private final transient List<RecordAction> actions;
    private final transient Consumer<List<C>> listed;
    private final TextField search = new TextField();
    private final Checkbox ended = new Checkbox();
    private final Div bar = new Div();
    private final Grid<Versioned<C>> grid = new Grid<>();
    private final transient Map<String, Function<C, String>> columns;
    private final List<Grid.Column<Versioned<C>>> beside = new ArrayList<>();
    private boolean narrow;
    private @Nullable Registration resizing;

    protected ManagedView(Managed<C> managed, RecordList<C> list, Texts texts, JsonMapper json) {
        this.managed = managed;
        this.spec = list.form();
        this.shared = new RecordDialog.Shared(texts, json);
        this.name = list.name();
        this.actions = list.actions();
        this.listed = list.page();
        this.columns = list.columns();
        addClassName("assidu-view");
        add(toolbar(), grid);
        configure();
    }

    private Div toolbar() {
        search.setLabel(text("manage.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> sought(change.isFromClient()));
        ended.setLabel(text("manage.ended"));
        ended.addValueChangeListener(change -> sought(change.isFromClient()));
        var add = new Button(text(spec.prefix() + ".new"), VaadinIcon.PLUS.create(), click -> edit(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bar.add(search, ended, add);
        bar.addClassName("assidu-toolbar");
        return bar;
    }

    private void configure() {
        grid.addComponentColumn(this::nameButton)
                .setHeader(text(spec.prefix() + ".column.name"))
                .setFlexGrow(3)
                .setWidth("12rem");
        columns.forEach((field, value) -> beside.add(grid.addColumn(one -> value.apply(one.content()))
                .setHeader(text(spec.prefix() + '.' + field))
                .setFlexGrow(1)
                .setWidth("8rem")));
        grid.addThemeName("wrap-cell-content");
        grid.getElement().setAttribute("aria-label", getPageTitle());
        grid.setEmptyStateComponent(
                new EmptyState(text(spec.prefix() + ".empty.title"), text(spec.prefix() + ".empty.text")));
        grid.setItems(DataProvider.fromCallbacks(query -> page(query.getPage(), query.getPageSize()).stream(), query ->
                (int) found(0, 1).totalElements()));
        grid.setHeight("70vh");
    }

    private Div nameButton(Versioned<C> one) {
        var open = new Button(name.apply(one.content()), click -> edit(one.id()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassName("assidu-record-name");
        var cell = new Div(open);
        if (narrow) {
            cell.addClassName("assidu-record-card");
            columns.forEach((field, value) -> {
                String text = value.apply(one.content());
                if (!text.isEmpty()) {
                    cell.add(new Div(text("shell.says", text(spec.prefix() + '.' + field), text)));
                }
            });
        }
        return cell;
    }

    /** On a phone each is a card: the name whole, what stands beside it below, nothing cut and nothing aside. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var page = attached.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (resizing != null) {
            resizing.remove();
        }
    }

    /** @param width of the window in pixels; not more than zero where it is not known */
    private void fit(int width) {
        boolean phone = width > 0 && width < PHONE;
        if (phone != narrow) {
            narrow = phone;
            beside.forEach(column -> column.setVisible(!phone));
            grid.getDataProvider().refreshAll();
        }
    }

    /** Another way to enter things, beside the one that enters one. */
    protected final void addAction(Button button) {
        bar.add(button);
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
        grid.getDataProvider().refreshAll();
    }

    private List<Versioned<C>> page(int page, int size) {
        List<Versioned<C>> items = found(page, size).items();
        listed.accept(items.stream().map(Versioned::content).toList());
        return items;
    }

    private PageOf<Versioned<C>> found(int page, int size) {
        return managed.search(new Managed.Search(search.getValue(), ended.getValue(), page, size));
    }

    private void sought(boolean byReader) {
        if (byReader) {
            grid.getDataProvider().refreshAll();
            getUI().ifPresent(ui -> ui.getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            new Location(
                                    ui.getActiveViewLocation().getPath(),
                                    QueryParameters.simple(Map.of(
                                            "q", search.getValue(), "tous", String.valueOf(ended.getValue()))))));
        }
    }

    private void edit(@Nullable UUID id) {
        var dialog = new RecordDialog<>(managed, spec, shared, id, kept -> {
            grid.getDataProvider().refreshAll();
            listed.accept(List.of(kept.content()));
            Notification.show(text("manage.kept", name.apply(kept.content())));
            saved(kept);
        });
        if (id != null) {
            dialog.offering(actions, shared.texts()).removable(text("manage.remove"), (gone, content) -> {
                grid.getDataProvider().refreshAll();
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
                grid.getDataProvider().refreshAll();
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
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        ended.setValue(
                parameters.getSingleParameter("tous").filter("true"::equals).isPresent());
        grid.getDataProvider().refreshAll();
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
