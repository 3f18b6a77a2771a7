package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Fields that narrow a list down, each a parameter of the address: what is shown can be bookmarked and sent, and the browser's
 * button leads back to what was shown before.
 */
public final class AddressFilters {

    private final List<Filter<?>> filters = new ArrayList<>();
    private UnaryOperator<Map<String, String>> complete = UnaryOperator.identity();
    private boolean reading;

    private record Filter<V>(
            String parameter, HasValue<?, V> field, Function<V, String> write, Function<String, Optional<V>> read) {

        Optional<String> written() {
            return field.getOptionalValue().map(write).filter(text -> !text.isEmpty());
        }

        /** What no value has is no filter, however it came into the address. */
        void show(Optional<String> text) {
            field.setValue(text.flatMap(read).orElseGet(field::getEmptyValue));
        }
    }

    /** Words, found as the list finds them. */
    public AddressFilters words(String parameter, TextField field) {
        return value(parameter, field, text -> text, Optional::of);
    }

    public AddressFilters tick(String parameter, Checkbox field) {
        return value(parameter, field, ticked -> ticked ? "true" : "", text -> Optional.of(Boolean.parseBoolean(text)));
    }

    public AddressFilters day(String parameter, DatePicker field) {
        return value(parameter, field, day -> day.toString(), text -> {
            try {
                return Optional.of(PlausibleDays.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    public <E extends Enum<E>> AddressFilters choice(String parameter, HasValue<?, E> field, Class<E> choices) {
        return value(
                parameter,
                field,
                Enum::name,
                text -> Arrays.stream(choices.getEnumConstants())
                        .filter(one -> one.name().equals(text))
                        .findFirst());
    }

    /**
     * @param write a value, empty where it filters nothing
     * @param read what an address says; empty where it is no value of the field
     */
    public <V> AddressFilters value(
            String parameter, HasValue<?, V> field, Function<V, String> write, Function<String, Optional<V>> read) {
        filters.add(new Filter<>(parameter, field, write, read));
        field.addValueChangeListener(change -> {
            if (!reading) {
                go();
            }
        });
        return this;
    }

    /** What else the address says, from what the filters say. */
    public AddressFilters completedBy(UnaryOperator<Map<String, String>> more) {
        this.complete = more;
        return this;
    }

    /** Shows what an address says. */
    public void read(QueryParameters address) {
        reading = true;
        try {
            filters.forEach(filter -> filter.show(address.getSingleParameter(filter.parameter())));
        } finally {
            reading = false;
        }
    }

    /** The parameters of these filters that narrow something down, as the address says them. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        filters.forEach(filter -> filter.written().ifPresent(text -> parameters.put(filter.parameter(), text)));
        return parameters;
    }

    /** The names of all parameters. */
    public List<String> names() {
        return filters.stream().map(Filter::parameter).toList();
    }

    List<Component> fields() {
        return filters.stream().map(filter -> (Component) filter.field()).toList();
    }

    private void go() {
        UI ui = UI.getCurrent();
        ui.navigate(
                ui.getActiveViewLocation().getPath(),
                QueryParameters.simple(complete.apply(new LinkedHashMap<>(parameters()))));
    }
}
