package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The one way in which rows are listed: filters that stand in the address, how many there are, the rows as a file, columns that
 * the reader chooses; a table whose names are whole and whose actions are in sight, on a phone a card for each row. Rows are read
 * as they scroll into sight.
 *
 * @param <T> a row
 */
public final class TableList<T> extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PHONE = 600;
    private static final int DRAWER = 290;
    private static final int DRAWER_STAYS = 800;
    private static final String RESIZED = "assidu-resized";

    /** Says how wide the list is, which no window tells: beside a panel it is narrower than alone. */
    private static final String WATCH = """
            const list = this;
            let before = 0;
            new ResizeObserver(() => {
                const width = list.clientWidth;
                if (width > 0 && Math.abs(width - before) >= 8) {
                    before = width;
                    list.dispatchEvent(new CustomEvent($0, {detail: {width, phone: innerWidth < $1}}));
                }
            }).observe(list);
            """;

    private final transient Texts texts;
    private final transient ListSpec<T> spec;
    private final transient AddressFilters filters;
    private final transient ChosenColumns<T> chosen;
    private final Grid<T> grid = new Grid<>();
    private final Map<String, Grid.Column<T>> columns = new LinkedHashMap<>();
    private final List<Grid.Column<T>> actions = new ArrayList<>();
    private final Span count = new Span();
    private final Div bar = new Div();
    private final Div none = new Div();
    private int width;
    private boolean phone;
    private boolean cards;

    public TableList(Texts texts, ListSpec<T> spec, AddressFilters filters) {
        this.texts = texts;
        this.spec = spec;
        this.filters = filters;
        this.chosen = new ChosenColumns<>(texts, spec, this::arrange);
        addClassName("assidu-listing");
        bar.addClassName("assidu-toolbar");
        bar.add(filters.fields());
        bar.setVisible(bar.getComponentCount() > 0);
        configure();
        add(bar, head(), grid);
        getElement()
                .addEventListener(RESIZED, this::resized)
                .addEventData("event.detail.width")
                .addEventData("event.detail.phone");
    }

    private Div head() {
        count.addClassName("assidu-listing-count");
        count.getElement().setAttribute("role", "status");
        var head = new Div(
                count,
                file("csv", table -> new FileLink.Content(table.name() + ".csv", TableFile.CSV, table.csv())),
                file("xlsx", table -> new FileLink.Content(table.name() + ".xlsx", TableFile.XLSX, table.xlsx())));
        if (!spec.columns().isEmpty()) {
            head.add(chosen.menu());
        }
        head.addClassName("assidu-listing-head");
        return head;
    }

    private interface Format {
        FileLink.Content of(TableFile table);
    }

    /** What the filters and columns are is the screen's: the file is read as the screen is, one after the other. */
    private FileLink file(String format, Format made) {
        return new FileLink(texts.get("shell.list." + format), texts, event -> {
            List<TableFile> table = new ArrayList<>();
            event.getUI().accessSynchronously(() -> table.add(table()));
            FileLink.Content content = made.of(table.getFirst());
            event.setFileName(content.fileName());
            event.setContentType(content.mediaType());
            event.setContentLength(content.bytes().length);
            event.getOutputStream().write(content.bytes());
        });
    }

    /** The rows as a file holds them. */
    TableFile table() {
        return new ListFile<>(spec, chosen.wanted()).table();
    }

    private void configure() {
        grid.addComponentColumn(this::first)
                .setHeader(spec.name().header())
                .setWidth(FittingColumns.NAME + "rem")
                .setFlexGrow(3);
        spec.columns()
                .forEach(column -> columns.put(
                        column.key(),
                        column.cell()
                                .map(cell -> grid.addComponentColumn(cell::apply))
                                .orElseGet(() -> grid.addColumn(column.text()::apply))
                                .setHeader(column.header())
                                .setWidth(column.room().rems() + "rem")
                                .setFlexGrow(1)));
        if (spec.actions().any()) {
            actions.add(grid.addComponentColumn(this::actions)
                    .setHeader(spec.actions().header())
                    .setWidth(spec.actions().rems() + "rem")
                    .setFlexGrow(0)
                    .setFrozenToEnd(true));
        }
        grid.addThemeName("wrap-cell-content");
        grid.getElement().setAttribute("aria-label", spec.title());
        grid.setEmptyStateComponent(none);
        grid.setItems(
                DataProvider.fromCallbacks(query -> rows(query.getPage(), query.getPageSize()), query -> counted()));
        grid.setHeight("70vh");
    }

    private Component first(T row) {
        Component name = spec.name().link().apply(row);
        var cell = new Div(name);
        cell.addClassName("assidu-row-name");
        if (cards) {
            cell.addClassName("assidu-row-card");
            chosen.wanted().forEach(column -> line(column, row).forEach(cell::add));
            if (spec.actions().any()) {
                cell.add(actions(row));
            }
        }
        return cell;
    }

    /** What is empty is not said on a card. */
    private Stream<Component> line(TableColumn<T> column, T row) {
        String text = column.text().apply(row);
        if (text.isBlank()) {
            return Stream.of();
        }
        Component value = column.cell().map(cell -> cell.apply(row)).orElseGet(() -> new Span(text));
        var line = new Div(new Span(texts.get("shell.list.label", column.header())), value);
        line.addClassName("assidu-row-line");
        return Stream.of(line);
    }

    private Div actions(T row) {
        var line = new Div();
        line.addClassName("assidu-row-actions");
        line.add(spec.actions().of().apply(row));
        return line;
    }

    private Stream<T> rows(int page, int size) {
        return reading(() -> spec.pages().read(page, size).items(), List.<T>of()).stream();
    }

    private int counted() {
        long found = reading(
                () -> {
                    long rows = spec.pages().count();
                    say(new EmptyState(texts.get(spec.key() + ".empty.title"), texts.get(spec.key() + ".empty.text")));
                    count.setText(texts.get(spec.key() + ".count", rows));
                    return rows;
                },
                0L);
        return (int) Math.min(found, Integer.MAX_VALUE);
    }

    /** Rows that cannot be read are not none: what stands in their place says what to do. */
    private <R> R reading(Supplier<R> read, R otherwise) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            if (!(e instanceof Refusal) && !DatabaseAway.causes(e)) {
                throw e;
            }
            count.setText("");
            say(new EmptyState(
                    texts.get("shell.list.failed"),
                    e instanceof Refusal refusal
                            ? texts.get(refusal.key(), refusal.arguments().toArray())
                            : texts.get("shell.away.text"),
                    new Button(texts.get("shell.list.retry"), click -> refresh())));
            return otherwise;
        }
    }

    private void say(EmptyState state) {
        none.removeAll();
        none.add(state);
    }

    /** Something else that is done from the list, beside its filters. */
    public void addAction(Component action) {
        bar.add(action);
        bar.setVisible(true);
    }

    /** Told which row was chosen, wherever on the row. */
    public void onChoose(Consumer<T> choice) {
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choice.accept(change.getValue());
            }
        });
    }

    /** Shows what an address asks for. */
    public void read(QueryParameters address) {
        filters.read(address);
        refresh();
    }

    /** Reads the rows anew. */
    public void refresh() {
        grid.getDataProvider().refreshAll();
    }

    public AddressFilters filters() {
        return filters;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        int window = attached.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth();
        if (width == 0 && window > 0) {
            fit(window < DRAWER_STAYS ? window : window - DRAWER, window < PHONE);
        }
        getElement().executeJs(WATCH, RESIZED, PHONE);
    }

    /** Hides what the reader hid before: the keys of columns, one after the other. */
    void remember(String hidden) {
        chosen.remembered(hidden);
    }

    private void resized(DomEvent event) {
        var data = event.getEventData();
        fit(
                data.get("event.detail.width").asInt(),
                data.get("event.detail.phone").asBoolean());
    }

    /** @param pixels of the list */
    void fit(int pixels, boolean onPhone) {
        width = pixels;
        phone = onPhone;
        arrange();
    }

    /** A table that has no room for what matters most is read worse than cards. */
    private void arrange() {
        List<TableColumn<T>> wanted = chosen.wanted();
        List<TableColumn<T>> fitting =
                FittingColumns.within(width, spec.actions().rems()).of(wanted);
        boolean before = cards;
        cards = phone
                || !fitting.containsAll(
                        wanted.stream().filter(TableColumn::isHigh).toList());
        List<TableColumn<T>> shown = cards ? List.of() : fitting;
        columns.forEach((key, column) ->
                column.setVisible(shown.stream().anyMatch(one -> one.key().equals(key))));
        actions.forEach(column -> column.setVisible(!cards));
        chosen.room(cards ? wanted : shown);
        if (cards || before) {
            refresh();
        }
    }
}
