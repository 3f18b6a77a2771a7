package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private transient Map<String, @Nullable Object> unshown = new LinkedHashMap<>();

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
        unshown = content == null ? new LinkedHashMap<>(spec.blank()) : json.convertValue(content, VALUES);
        inputs.forEach((name, input) -> {
            input.unmark();
            input.write(unshown.remove(name));
        });
    }

    /** @throws InvalidContent where something typed is no value of its field */
    C read() {
        inputs.values().forEach(FieldInput::unmark);
        List<FieldProblem> unreadable = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(unshown);
        inputs.forEach((name, input) -> {
            if (!input.readable()) {
                unreadable.add(new FieldProblem(name, "check.type"));
            }
            values.put(name, input.read());
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
        for (FieldProblem problem : problems) {
            String name = problem.field().replaceFirst("[.\\[].*", "");
            FieldInput input = inputs.get(name);
            if (input != null) {
                String rest = problem.field().substring(name.length());
                input.mark(rest, texts.get(problem.key(), problem.arguments().toArray()));
            }
        }
        problems.stream()
                .map(problem -> inputs.get(problem.field().replaceFirst("[.\\[].*", "")))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(FieldInput::focus);
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
