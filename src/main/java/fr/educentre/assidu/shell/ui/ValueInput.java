package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field with one value.
 *
 * @param <T> of the value that the component holds
 */
final class ValueInput<T> implements FieldInput {

    private final Component component;
    private final HasValue<?, T> value;
    private final Function<Object, T> shown;
    private final Function<T, @Nullable Object> kept;

    <F extends Component & HasValueAndElement<?, T>> ValueInput(
            F field, Function<Object, T> shown, Function<T, @Nullable Object> kept) {
        this.component = field;
        this.value = field;
        this.shown = shown;
        this.kept = kept;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void write(@Nullable Object one) {
        if (one == null) {
            value.clear();
        } else {
            value.setValue(shown.apply(one));
        }
    }

    @Override
    public @Nullable Object read() {
        return value.isEmpty() && !(value.getEmptyValue() instanceof Boolean) ? null : kept.apply(value.getValue());
    }

    @Override
    public boolean readable() {
        return !(component instanceof HasValidator<?> checked) || checks(checked);
    }

    /** What was typed and is no day, no number, has no value that could be asked for. */
    @SuppressWarnings("unchecked")
    private boolean checks(HasValidator<?> checked) {
        return !((HasValidator<T>) checked)
                .getDefaultValidator()
                .apply(value.getValue(), new ValueContext(new Binder<>()))
                .isError();
    }

    @Override
    public void mark(String path, String problem) {
        if (component instanceof HasValidationProperties marked) {
            marked.setErrorMessage(problem);
            marked.setInvalid(true);
        }
    }

    @Override
    public void unmark() {
        if (component instanceof HasValidationProperties marked) {
            marked.setInvalid(false);
        }
    }

    @Override
    public void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
