package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Function;

/**
 * What a list shows of its rows and where they come from.
 *
 * @param key of its texts: {@code .count}, {@code .empty.title} and {@code .empty.text}; the reader's columns are remembered under it
 * @param title of the list, in the reader's language: what a screen reader calls it, and its file
 * @param name what a row is called
 * @param columns beside the name, in the order in which they are shown
 * @param actions what can be done with a row
 * @param <T> a row
 */
public record ListSpec<T>(
        String key, String title, Name<T> name, List<TableColumn<T>> columns, Actions<T> actions, ListPages<T> pages) {

    /**
     * The name of a row, never cut and never hidden.
     *
     * @param link the name as the screen shows it: what opens the row
     */
    public record Name<T>(String header, Function<T, String> text, Function<T, Component> link) {}

    /**
     * What can be done with a row, always in sight.
     *
     * @param rems width, in widths of the page's letter, none where nothing is done
     */
    public record Actions<T>(int rems, String header, Function<T, List<Component>> of) {

        /** A row is opened by its name and nothing else is done with it. */
        public static <T> Actions<T> none() {
            return new Actions<>(0, "", row -> List.of());
        }

        boolean any() {
            return rems > 0;
        }
    }
}
