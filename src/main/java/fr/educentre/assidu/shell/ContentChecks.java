package fr.educentre.assidu.shell;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Looks at what was given by the constraints on its parts and says what to mend, field by field. */
@Component
public class ContentChecks {

    private static final String PREFIX = "check.";

    /** What every constraint has and no sentence needs. */
    private static final List<String> NO_VALUE = List.of("groups", "message", "payload");

    private final Validator validator;

    ContentChecks(Validator validator) {
        this.validator = validator;
    }

    /** What its constraints find, in the order of fields; empty when it may be kept as far as they tell. */
    public List<FieldProblem> problems(Object content) {
        var problems = new ArrayList<FieldProblem>();
        validator.validate(content).stream()
                .sorted(Comparator.comparing(found -> found.getPropertyPath().toString()))
                .map(ContentChecks::problem)
                .forEach(problems::add);
        return problems;
    }

    /** The text of a constraint bears its name; its own settings come in the order of their names. */
    private static FieldProblem problem(ConstraintViolation<?> found) {
        var descriptor = found.getConstraintDescriptor();
        Map<String, Object> settings = new TreeMap<>(descriptor.getAttributes());
        NO_VALUE.forEach(settings::remove);
        String template = found.getMessageTemplate();
        String name = descriptor.getAnnotation().annotationType().getSimpleName();
        return new FieldProblem(
                path(found),
                template.startsWith(PREFIX) ? template : PREFIX + name,
                settings.values().stream()
                        .filter(value -> value instanceof Number || value instanceof String)
                        .toList());
    }

    /** Parts that calls write flat are no step of the path. */
    private static String path(ConstraintViolation<?> found) {
        var path = new StringBuilder();
        Class<?> holder = found.getRootBeanClass();
        for (var step : found.getPropertyPath()) {
            if (step.getIndex() != null && !path.isEmpty()) {
                path.append('[').append(step.getIndex()).append(']');
            }
            if (step.getName() != null && !FlatParts.isFlat(holder, step.getName())) {
                path.append(path.isEmpty() ? "" : ".").append(step.getName());
            }
            holder = FlatParts.typeOf(holder, step.getName());
        }
        return path.toString();
    }
}
