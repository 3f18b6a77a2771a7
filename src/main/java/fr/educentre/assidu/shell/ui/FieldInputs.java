package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField.Option;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes the component of each kind of field. */
final class FieldInputs {

    private final Texts texts;

    FieldInputs(Texts texts) {
        this.texts = texts;
    }

    FieldInput of(FormField field, String prefix) {
        String label = texts.get(prefix + '.' + field.name());
        return switch (field) {
            case FormField.Line line -> input(line(line, label));
            case FormField.Lines lines -> lines(label);
            case FormField.Paragraph paragraph -> paragraph(label);
            case FormField.Minutes minutes -> minutes(minutes, label);
            case FormField.Whole whole -> whole(whole, label);
            case FormField.Day day -> day(day, label);
            case FormField.Hour hour -> hour(hour, label);
            case FormField.Moment moment -> moment(label);
            case FormField.Flag flag -> new ValueInput<>(new Checkbox(label), value -> (Boolean) value, value -> value);
            case FormField.Choice choice -> choice(choice, label);
            case FormField.Choices choices -> choices(choices, label);
            case FormField.Lookup lookup -> lookup(lookup, label);
            case FormField.Lookups lookups -> lookups(lookups, label);
            case FormField.Rows rows -> new RowsInput(rows, prefix + '.' + rows.name(), label, texts, this);
        };
    }

    private static FieldInput input(TextField field) {
        return new ValueInput<>(field, String::valueOf, value -> value);
    }

    private static TextField line(FormField.Line line, String label) {
        var field = required(new TextField(label), line);
        switch (line.purpose()) {
            case EMAIL -> {
                field.getElement().setAttribute("inputmode", "email");
                field.getElement().setAttribute("autocapitalize", "none");
            }
            case PHONE -> field.getElement().setAttribute("inputmode", "tel");
            case TEXT -> field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        }
        return field;
    }

    private FieldInput lines(String label) {
        var field = new TextArea(label);
        field.setHelperText(texts.get("manage.lines.help"));
        return new ValueInput<>(
                field,
                value -> String.join("\n", strings(value)),
                value -> value.lines()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static FieldInput paragraph(String label) {
        return new ValueInput<>(new TextArea(label), String::valueOf, value -> value);
    }

    private FieldInput minutes(FormField.Minutes minutes, String label) {
        var field = required(new TextField(label), minutes);
        field.setHelperText(texts.get("manage.minutes.help"));
        return new ValueInput<>(field, MinutesField::shown, value -> {
            var read = MinutesField.read(value);
            return read.isPresent() ? (Object) read.getAsInt() : value;
        });
    }

    private static FieldInput whole(FormField.Whole whole, String label) {
        var field = required(new IntegerField(label), whole);
        return new ValueInput<>(field, value -> ((Number) value).intValue(), value -> value);
    }

    private FieldInput day(FormField.Day day, String label) {
        var field = required(LocalizedParts.datePicker(texts), day);
        field.setLabel(label);
        return new ValueInput<>(field, value -> LocalDate.parse(String.valueOf(value)), LocalDate::toString);
    }

    private FieldInput moment(String label) {
        var field = group(LocalizedParts.dateTimePicker(texts));
        field.setLabel(label);
        return new MomentInput(field, texts);
    }

    private static FieldInput hour(FormField.Hour hour, String label) {
        var field = required(new TimePicker(label), hour);
        field.setLocale(Locale.FRANCE);
        field.setStep(Duration.ofMinutes(15));
        return new ValueInput<>(field, value -> LocalTime.parse(String.valueOf(value)), LocalTime::toString);
    }

    private static FieldInput choice(FormField.Choice choice, String label) {
        var field = group(new Select<Option>());
        field.setLabel(label);
        field.setItems(choice.options());
        field.setItemLabelGenerator(option -> option == null ? "" : option.label());
        field.setEmptySelectionAllowed(!choice.required());
        return new ValueInput<>(
                field,
                value -> choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .orElse(new Option(String.valueOf(value), String.valueOf(value))),
                Option::value);
    }

    private static FieldInput choices(FormField.Choices choices, String label) {
        var field = group(new CheckboxGroup<Option>(label));
        field.setItems(choices.options());
        field.setItemLabelGenerator(Option::label);
        return new ValueInput<>(
                field,
                value -> choices.options().stream()
                        .filter(option -> strings(value).contains(option.value()))
                        .collect(Collectors.toSet()),
                value -> choices.options().stream()
                        .filter(value::contains)
                        .map(Option::value)
                        .toList());
    }

    private static FieldInput lookup(FormField.Lookup lookup, String label) {
        var field = required(new ComboBox<Option>(label), lookup);
        field.setItemLabelGenerator(Option::label);
        field.setItems(query ->
                lookup.finder().find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        return new ValueInput<>(
                field,
                value -> new Option(String.valueOf(value), lookup.finder().label(String.valueOf(value))),
                Option::value);
    }

    /** Told as required, its group or button would bear what none may (axe: aria-allowed-attr). */
    private static <F extends Component & HasValidation> F group(F field) {
        field.setManualValidation(true);
        return field;
    }

    private FieldInput lookups(FormField.Lookups lookups, String label) {
        var field = required(LocalizedParts.<Option>severalOf(texts, label), lookups);
        field.setItemLabelGenerator(Option::label);
        field.setItems(query ->
                lookups.finder().find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        return new ValueInput<>(
                field,
                value -> lookups.finder().labels(strings(value)).entrySet().stream()
                        .map(one -> new Option(one.getKey(), one.getValue()))
                        .collect(Collectors.toSet()),
                value -> value.stream().map(Option::value).sorted().toList());
    }

    /** What is missing is told when the form is kept, by its own words, not by the browser's. */
    private static <F extends Component & HasValueAndElement<?, ?>> F required(F field, FormField spec) {
        ((HasValue<?, ?>) field).setRequiredIndicatorVisible(spec.required());
        if (field instanceof HasValidation checked) {
            checked.setManualValidation(true);
        }
        return field;
    }

    private static List<String> strings(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            many.forEach(one -> texts.add(String.valueOf(one)));
        }
        return texts;
    }
}
