package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of one thing. They have the names that calls use, so that what is wrong is told at the field, whoever found it.
 *
 * @param <C> what is kept of the thing
 */
final class RecordForm<C> extends Div {

    private static final long serialVersionUID = 1L;
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final transient FormSpec<C> spec;
    private final transient Texts texts;
    private final transient JsonMapper json;
    private final transient Map<String, FieldInput> inputs = new LinkedHashMap<>();

    /** What is kept and not shown stays as it was. */
    private transient Map<String, @Nullable Object> before = new LinkedHashMap<>();

    RecordForm(FormSpec<C> spec, Texts texts, JsonMapper json) {
        this.spec = spec;
        this.texts = texts;
        this.json = json;
        addClassName("assidu-form");
        var made = new FieldInputs(texts);
        for (FormField field : spec.fields()) {
            FieldInput input = made.of(field, spec.prefix());
            inputs.put(field.name(), input);
            add(input.component());
        }
    }

    void show(@Nullable C content) {
        before = content == null ? new LinkedHashMap<>(spec.blank()) : json.convertValue(content, VALUES);
        inputs.forEach((name, input) -> {
            input.unmark();
            input.write(FieldPaths.get(before, name));
        });
    }

    /** @throws InvalidContent where something typed is no value of its field */
    C read() {
        inputs.values().forEach(FieldInput::unmark);
        List<FieldProblem> unreadable = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(before);
        inputs.forEach((name, input) -> {
            if (!input.readable()) {
                unreadable.add(new FieldProblem(name, "check.type"));
            }
            FieldPaths.put(values, name, input.read());
        });
        if (!unreadable.isEmpty()) {
            throw new InvalidContent(unreadable);
        }
        try {
            return json.convertValue(values, spec.type());
        } catch (DatabindException e) {
            throw new InvalidContent(path(e), "check.type");
        }
    }

    /** Tells each problem at its field and goes to the first. */
    void mark(List<FieldProblem> problems) {
        FieldInput first = null;
        for (FieldProblem problem : problems) {
            String name = named(problem.field());
            FieldInput input = inputs.get(name);
            if (input != null) {
                input.mark(
                        problem.field().substring(name.length()),
                        problem,
                        texts.get(problem.key(), problem.arguments().toArray()));
                first = first == null ? input : first;
            }
        }
        if (first != null) {
            first.focus();
        }
    }

    /** The field that a path lies in; the path itself where none is shown for it. */
    private String named(String path) {
        return inputs.keySet().stream()
                .filter(name -> path.equals(name) || path.startsWith(name + "[") || path.startsWith(name + "."))
                .findFirst()
                .orElse(path);
    }

    void focus() {
        inputs.values().stream().findFirst().ifPresent(FieldInput::focus);
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append(
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : (path.isEmpty() ? "" : ".") + step.getPropertyName()));
        return path.toString();
    }
}
