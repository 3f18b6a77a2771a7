package fr.educentre.assidu.shell.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How things of one kind are listed and filled in.
 *
 * @param name of one, as a list shows it first
 * @param columns what stands beside the name, by the name of the field that heads it
 * @param actions what else is done to one
 * @param <C> what is kept of each
 */
public record RecordList<C>(
        FormSpec<C> form,
        Function<C, String> name,
        Map<String, Function<C, String>> columns,
        List<RecordAction> actions) {

    public RecordList(FormSpec<C> form, Function<C, String> name, Map<String, Function<C, String>> columns) {
        this(form, name, columns, List.of());
    }

    /** The same, with something else that is done to one. */
    public RecordList<C> offering(RecordAction action) {
        return new RecordList<>(
                form, name, columns, Stream.concat(actions.stream(), Stream.of(action)).toList());
    }
}
