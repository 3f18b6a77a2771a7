package fr.educentre.assidu.shell.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Versioned;
import java.util.List;
import java.util.UUID;

/**
 * Something as it was just kept.
 *
 * @param warnings what a person may want all the same
 * @param <C> what is kept of it
 */
public record RecordAnswer<C>(@JsonUnwrapped Versioned<C> one, List<Remark> warnings) {

    /** With what there is to remark of it. */
    public static <C> RecordAnswer<C> of(Managed<C> managed, Versioned<C> one) {
        UUID id = one.id();
        return new RecordAnswer<>(
                one,
                id == null
                        ? List.of()
                        : managed.warnings(id).stream().map(Remark::of).toList());
    }
}
