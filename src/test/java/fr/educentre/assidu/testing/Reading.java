package fr.educentre.assidu.testing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a person could read of a component: texts, labels, helps, faults, the rows of grids; nothing that is hidden. */
public final class Reading {

    private static final List<String> READ = List.of("label", "helperText", "header", "headerTitle", "message");

    private Reading() {}

    /** Spaces and apostrophes as they are typed: typography is not what a screen's test is about. */
    public static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2019', '\'')
                .replaceAll("[ \\t]+", " ")
                .strip();
    }

    /** What a column of the database says in French, as it is typed. */
    public static String sentence(String column, Texts texts) {
        return plain(Wording.stored(column).in(Texts.FRENCH, texts));
    }

    /** One line for each text. */
    static String of(Component component) {
        List<String> lines = new ArrayList<>();
        read(component.getElement(), lines);
        return plain(String.join("\n", lines));
    }

    /** What is said of it without being written on it: names for screen readers, hints in empty fields, titles. */
    static Stream<String> said(Component component) {
        Element element = component.getElement();
        return Stream.concat(
                        Stream.of("placeholder", "accessibleName", "text").map(element::getProperty),
                        Stream.of("aria-label", "title", "alt").map(element::getAttribute))
                .filter(text -> text != null && !text.isBlank())
                .map(Reading::plain);
    }

    /** Itself and what is in it, the cells of grids rendered; nothing that is hidden. */
    static Stream<Component> within(Component component) {
        List<Component> found = new ArrayList<>();
        collect(component.getElement(), found);
        return found.stream();
    }

    /** What a screen reader calls it. */
    static String name(Component component) {
        Element element = component.getElement();
        return Optional.ofNullable(element.getAttribute("aria-label"))
                .or(() -> Optional.ofNullable(element.getProperty("accessibleName")))
                .map(Reading::plain)
                .orElseGet(() -> plain(element.getTextRecursively()));
    }

    private static void collect(Element element, List<Component> found) {
        if (element.isTextNode() || !element.isVisible()) {
            return;
        }
        Optional<Component> component = element.getComponent();
        component.ifPresent(found::add);
        if (component.orElse(null) instanceof Grid<?> grid) {
            List<List<GridCells.Cell>> rows = GridCells.of(grid);
            rows.stream()
                    .flatMap(List::stream)
                    .flatMap(cell -> cell.component().stream())
                    .forEach(cell -> collect(cell.getElement(), found));
            emptyState(grid, rows).ifPresent(empty -> collect(empty, found));
            return;
        }
        parts(element).forEach(child -> collect(child, found));
    }

    /** A window keeps its screen apart from its elements, a dialog its header and footer. */
    private static Stream<Element> parts(Element element) {
        return switch (element.getComponent().orElse(null)) {
            case UI window -> window.getChildren().map(Component::getElement);
            case Dialog dialog -> Stream.concat(element.getChildren(), apart(element));
            case null, default -> element.getChildren();
        };
    }

    private static Stream<Element> apart(Element element) {
        return element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).stream()
                .flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::get))
                .map(Element::get);
    }

    private static void read(Element element, List<String> lines) {
        if (element.isTextNode()) {
            add(lines, element.getText());
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        Component component = element.getComponent().orElse(null);
        if (component instanceof Notification) {
            add(lines, element.getProperty("text"));
        }
        READ.forEach(property -> add(lines, element.getProperty(property)));
        if (component instanceof ConfirmDialog) {
            add(lines, element.getProperty("confirmText"));
            add(lines, element.getProperty("cancelText"));
        }
        if (element.getProperty("invalid", false)) {
            add(lines, element.getProperty("errorMessage"));
        }
        if (component instanceof Grid<?> grid) {
            List<List<GridCells.Cell>> rows = GridCells.of(grid);
            lines.addAll(lines(rows));
            emptyState(grid, rows).ifPresent(empty -> read(empty, lines));
            return;
        }
        parts(element).forEach(child -> read(child, lines));
    }

    /** What a grid shows where it has no rows. */
    private static Optional<Element> emptyState(Grid<?> grid, List<List<GridCells.Cell>> rows) {
        return rows.isEmpty()
                ? Optional.ofNullable(grid.getEmptyStateComponent()).map(Component::getElement)
                : Optional.empty();
    }

    /** Each row on a line, its cells beside one another. */
    static List<String> rows(Grid<?> grid) {
        return lines(GridCells.of(grid));
    }

    private static List<String> lines(List<List<GridCells.Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> plain(cell.text()).replace("\n", " "))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static void add(List<String> lines, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(text);
        }
    }
}
