package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.shell.FieldProblem;
import org.jspecify.annotations.Nullable;

/** How a field of a form is shown and filled in. Values are those of JSON: texts, whole numbers, truths, lists and maps. */
interface FieldInput {

    Component component();

    void write(@Nullable Object value);

    @Nullable
    Object read();

    /** Whether what was typed is a value of the field's kind. */
    boolean readable();

    /** @param path of the part that is wrong, empty for the field itself */
    void mark(String path, String problem);

    /** As {@link #mark(String, String)}, where what is wrong leaves a choice to be offered. */
    default void mark(String path, FieldProblem found, String problem) {
        mark(path, problem);
    }

    void unmark();

    void focus();
}
