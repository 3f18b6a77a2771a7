package fr.educentre.assidu.shell.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field of a form. Its name is the one that calls use; its label is the text of the form's prefix and its name.
 */
public sealed interface FormField {

    String name();

    boolean required();

    /** What a line of text is for, so that phones offer the right keys. */
    enum Purpose {
        TEXT,
        EMAIL,
        PHONE
    }

    /** A line of text. */
    record Line(String name, boolean required, Purpose purpose) implements FormField {}

    /** Lines of text, one value each. */
    record Lines(String name) implements FormField {

        @Override
        public boolean required() {
            return false;
        }
    }

    /** A text of several lines. */
    record Paragraph(String name) implements FormField {

        @Override
        public boolean required() {
            return false;
        }
    }

    /** A length in minutes, typed in hours and minutes. */
    record Minutes(String name, boolean required) implements FormField {}

    /** A whole number. */
    record Whole(String name, boolean required) implements FormField {}

    /** A day of the calendar. */
    record Day(String name, boolean required) implements FormField {}

    /** A day and an hour, by the time of the place that is meant. */
    record Moment(String name, boolean required) implements FormField {}

    /** An hour of the day. */
    record Hour(String name, boolean required) implements FormField {}

    /** Yes or no. */
    record Flag(String name) implements FormField {

        @Override
        public boolean required() {
            return false;
        }
    }

    /** One of a few. */
    record Choice(String name, boolean required, List<Option> options) implements FormField {}

    /** Any number of a few. */
    record Choices(String name, boolean required, List<Option> options) implements FormField {}

    /** One of many, found by typing. */
    record Lookup(String name, boolean required, Finder finder) implements FormField {}

    /** Any number of many, found by typing. */
    record Lookups(String name, Finder finder) implements FormField {

        @Override
        public boolean required() {
            return false;
        }
    }

    /** Several of the same fields, a row each. */
    record Rows(String name, List<FormField> fields) implements FormField {

        @Override
        public boolean required() {
            return false;
        }
    }

    /**
     * What may be chosen.
     *
     * @param value as calls write it
     */
    record Option(String value, String label) {}

    /** Finds what may be chosen by part of its label. */
    interface Finder {

        List<Option> find(String text, int skipped, int most);

        /** The label of a value that is kept. */
        String label(String value);

        /** The labels of values that are kept, by value. */
        default Map<String, String> labels(Collection<String> values) {
            return values.stream().distinct().collect(Collectors.toMap(value -> value, this::label));
        }
    }

    /** One of the constants of an enumeration, or none. */
    static <E extends Enum<E>> Choice optionalChoice(String name, Class<E> type, Function<E, String> label) {
        return new Choice(name, false, options(type, label));
    }

    static Line line(String name) {
        return new Line(name, true, Purpose.TEXT);
    }

    static Line optional(String name) {
        return new Line(name, false, Purpose.TEXT);
    }

    /** The choices of an enumeration, in its order. */
    static <E extends Enum<E>> Choice choice(String name, Class<E> type, Function<E, String> label) {
        return new Choice(name, true, options(type, label));
    }

    static <E extends Enum<E>> List<Option> options(Class<E> type, Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> new Option(one.name(), label.apply(one)))
                .toList();
    }
}
