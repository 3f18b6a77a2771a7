package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a list, beside the name.
 *
 * @param key under which the reader's choice is remembered: it stays when the header is reworded
 * @param header in the reader's language
 * @param text of a row, as a file holds it
 * @param cell of a row, where the screen shows more than the text
 * @param <T> a row
 */
public record TableColumn<T>(
        String key, String header, Function<T, String> text, Optional<Function<T, Component>> cell, Room room) {

    /** Which columns leave first where there is no room for all. */
    public enum Priority {
        LOW,
        MEDIUM,
        HIGH
    }

    /**
     * What a column takes.
     *
     * @param rems its least width, in widths of the page's letter
     */
    public record Room(int rems, Priority priority) {}

    /** A column of texts, of middling width and priority. */
    public static <T> TableColumn<T> of(String key, String header, Function<T, String> text) {
        return new TableColumn<>(key, header, text, Optional.empty(), new Room(9, Priority.MEDIUM));
    }

    /** The same, where the screen shows a badge, a link or several lines in place of the text. */
    public TableColumn<T> shownAs(Function<T, Component> shown) {
        return new TableColumn<>(key, header, text, Optional.of(shown), room);
    }

    /** The same, that wide at least. */
    public TableColumn<T> taking(int rems) {
        return new TableColumn<>(key, header, text, cell, new Room(rems, room.priority()));
    }

    /** The same, that stays when others leave. */
    public TableColumn<T> high() {
        return new TableColumn<>(key, header, text, cell, new Room(room.rems(), Priority.HIGH));
    }

    boolean isHigh() {
        return room.priority() == Priority.HIGH;
    }

    /** The same, that leaves first. */
    public TableColumn<T> low() {
        return new TableColumn<>(key, header, text, cell, new Room(room.rems(), Priority.LOW));
    }
}
