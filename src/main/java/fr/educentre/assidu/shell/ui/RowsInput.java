package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The same fields several times, in an order that can be changed; a row keeps what the form does not show, such as its key. */
final class RowsInput implements FieldInput {

    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]\\.?(.*)");

    private final FormField.Rows spec;
    private final String prefix;
    private final Texts texts;
    private final FieldInputs inputs;
    private final Div component = new Div();
    private final Div list = new Div();
    private final List<Row> rows = new ArrayList<>();

    RowsInput(FormField.Rows spec, String prefix, String label, Texts texts, FieldInputs inputs) {
        this.spec = spec;
        this.prefix = prefix;
        this.texts = texts;
        this.inputs = inputs;
        var title = new H3(label);
        title.addClassName("assidu-form-rows-title");
        var add = new Button(texts.get(prefix + ".add"), VaadinIcon.PLUS.create(), click -> {
            Row row = add(Map.of());
            row.fields.values().iterator().next().focus();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        list.addClassName("assidu-form-rows");
        component.addClassName("assidu-form-wide");
        component.getElement().setAttribute("role", "group");
        component.getElement().setAttribute("aria-label", label);
        component.add(title, list, add);
    }

    private Row add(Map<?, ?> values) {
        var row = new Row(values);
        rows.add(row);
        list.add(row.box);
        return row;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void write(@Nullable Object value) {
        rows.clear();
        list.removeAll();
        if (value instanceof Iterable<?> many) {
            many.forEach(one -> {
                if (one instanceof Map<?, ?> fields) {
                    add(fields);
                }
            });
        }
    }

    @Override
    public Object read() {
        return rows.stream().map(Row::read).toList();
    }

    @Override
    public boolean readable() {
        return rows.stream().flatMap(row -> row.fields.values().stream()).allMatch(FieldInput::readable);
    }

    @Override
    public void mark(String path, String problem) {
        at(path).ifPresent(wrong -> wrong.mark("", problem));
    }

    @Override
    public void mark(String path, FieldProblem found, String problem) {
        at(path).ifPresent(wrong -> wrong.mark("", found, problem));
    }

    private Optional<FieldInput> at(String path) {
        Matcher step = STEP.matcher(path);
        if (!step.matches() || Integer.parseInt(step.group(1)) >= rows.size()) {
            return Optional.empty();
        }
        Row row = rows.get(Integer.parseInt(step.group(1)));
        FieldInput wrong = row.fields.get(step.group(2));
        return Optional.of(wrong == null ? row.fields.values().iterator().next() : wrong);
    }

    @Override
    public void unmark() {
        rows.forEach(row -> row.fields.values().forEach(FieldInput::unmark));
    }

    @Override
    public void focus() {
        rows.stream()
                .findFirst()
                .ifPresent(row -> row.fields.values().iterator().next().focus());
    }

    private final class Row {

        private final Div box = new Div();
        private final Map<String, FieldInput> fields = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> unshown = new LinkedHashMap<>();

        Row(Map<?, ?> values) {
            values.forEach((name, value) -> unshown.put(String.valueOf(name), value));
            box.addClassName("assidu-form-row");
            for (FormField field : spec.fields()) {
                FieldInput input = inputs.of(field, prefix);
                input.write(unshown.remove(field.name()));
                fields.put(field.name(), input);
                box.add(input.component());
            }
            var remove = new Button(VaadinIcon.TRASH.create(), click -> {
                rows.remove(this);
                list.remove(box);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(texts.get(prefix + ".remove"));
            box.add(remove);
        }

        Map<String, @Nullable Object> read() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(unshown);
            fields.forEach((name, input) -> values.put(name, input.read()));
            return values;
        }
    }
}
