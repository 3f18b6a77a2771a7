package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
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

    void unmark();

    void focus();
}
