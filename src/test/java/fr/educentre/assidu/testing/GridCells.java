package fr.educentre.assidu.testing;

import com.vaadin.browserless.component.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a grid as a browser would ask for them. */
final class GridCells {

    private static final int MOST = 200;

    /** A cell with its text, and its component where it has one. */
    record Cell(String text, Optional<Component> component) {}

    /** The components rendered for the rows that were read last: they leave when the rows are read anew. */
    private record Rendered(List<Component> components) {}

    private GridCells() {}

    static <T> List<List<Cell>> of(Grid<T> grid) {
        Rendered before = ComponentUtil.getData(grid, Rendered.class);
        if (before != null) {
            before.components().forEach(component -> component.getElement().removeFromParent());
        }
        var rendered = new Rendered(new ArrayList<>());
        ComponentUtil.setData(grid, Rendered.class, rendered);
        List<List<Cell>> rows = new ArrayList<>();
        for (T item : items(grid)) {
            rows.add(grid.getColumns().stream()
                    .filter(Component::isVisible)
                    .map(column -> cell(grid, column, item, rendered))
                    .toList());
        }
        return rows;
    }

    /** The cells of the first row that holds these words; none where no row does. */
    static List<Cell> rowWith(Grid<?> grid, String words) {
        return of(grid).stream()
                .filter(row -> row.stream().anyMatch(cell -> cell.text().contains(words)))
                .findFirst()
                .orElse(List.of());
    }

    /** Page after page, as it scrolls. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> items(Grid<T> grid) {
        List<T> items = new ArrayList<>();
        var communicator = grid.getDataCommunicator();
        int page = grid.getPageSize();
        int before;
        do {
            before = items.size();
            ((DataProvider<T, Object>) communicator.getDataProvider())
                    .fetch((Query<T, Object>) communicator.buildQuery(before, page))
                    .forEach(items::add);
        } while (items.size() == before + page && items.size() < MOST);
        return items;
    }

    @SuppressWarnings("unchecked")
    private static <T> Cell cell(Grid<T> grid, Grid.Column<T> column, T item, Rendered rendered) {
        if (column.getRenderer() instanceof ComponentRenderer<?, ?> renderer) {
            Component component = ((ComponentRenderer<? extends Component, T>) renderer).createComponent(item);
            grid.getElement().appendChild(component.getElement());
            rendered.components().add(component);
            return new Cell(Reading.of(component), Optional.of(component));
        }
        return new Cell(String.valueOf(GridKt.getPresentationValue(column, item)), Optional.empty());
    }
}
