package fr.educentre.assidu.shell.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How things of one kind are listed and filled in.
 *
 * @param name of one, as a list shows it first
 * @param columns what stands beside the name, by the name of the field that heads it
 * @param actions what else is done to one
 * @param page run for each page before it is shown, so that what it names is read at once
 * @param <C> what is kept of each
 */
public record RecordList<C>(
        FormSpec<C> form,
        Function<C, String> name,
        Map<String, Function<C, String>> columns,
        List<RecordAction> actions,
        Consumer<List<C>> page) {

    public RecordList(FormSpec<C> form, Function<C, String> name, Map<String, Function<C, String>> columns) {
        this(form, name, columns, List.of());
    }

    public RecordList(
            FormSpec<C> form,
            Function<C, String> name,
            Map<String, Function<C, String>> columns,
            List<RecordAction> actions) {
        this(form, name, columns, actions, page -> {});
    }

    /** The same, with something else that is done to one. */
    public RecordList<C> offering(RecordAction action) {
        return new RecordList<>(
                form,
                name,
                columns,
                Stream.concat(actions.stream(), Stream.of(action)).toList(),
                page);
    }

    /** The same, where pages name other things. */
    public RecordList<C> reading(Consumer<List<C>> names) {
        return new RecordList<>(form, name, columns, actions, names);
    }
}
