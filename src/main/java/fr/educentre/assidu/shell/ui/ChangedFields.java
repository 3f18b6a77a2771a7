package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import fr.educentre.assidu.shell.Texts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of the fields that differ, each side in its column. */
final class ChangedFields extends NativeTable {

    private static final long serialVersionUID = 1L;

    ChangedFields(FormSpec<?> spec, Texts texts, Side one, Side other) {
        addClassName("assidu-changes");
        var head = new NativeTableRow(
                new NativeTableHeaderCell(texts.get("manage.field")),
                new NativeTableHeaderCell(one.title()),
                new NativeTableHeaderCell(other.title()));
        getHead().add(head);
        var words = new FieldWords(texts);
        for (FormField field : spec.fields()) {
            String was = words.of(field, FieldPaths.get(one.values(), field.name()));
            String is = words.of(field, FieldPaths.get(other.values(), field.name()));
            if (!Objects.equals(was, is)) {
                getBody()
                        .add(new NativeTableRow(
                                new NativeTableHeaderCell(texts.get(spec.prefix() + '.' + field.name())),
                                new NativeTableCell(was),
                                new NativeTableCell(is)));
            }
        }
    }

    /** What the fields hold on one side of the table. */
    record Side(String title, Map<String, ? extends @Nullable Object> values) {}
}
