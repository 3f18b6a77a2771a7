package fr.educentre.assidu.shell;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people keep of one kind of thing of the centre: found, entered, corrected, ended or removed. Each change is in the
 * journal with what was before and after.
 *
 * @param <C> what is kept of each
 */
public interface Managed<C> {

    PageOf<Versioned<C>> search(Search search);

    /** @throws Refusal NOT_FOUND */
    Versioned<C> get(UUID id);

    /** Those of these that there are, read at once. */
    List<Versioned<C>> getAll(Collection<UUID> ids);

    /**
     * Keeps one more. The key is the caller's; what is kept under it already is answered as it is, so that a call may be repeated.
     *
     * @throws InvalidContent naming each field to mend
     * @throws Refusal INVALID where the key was used for something else
     */
    Versioned<C> add(UUID id, C content);

    /**
     * Puts that content in place of the one that the caller has read.
     *
     * @param version of what was read
     * @throws StaleContent when somebody changed it since
     * @throws InvalidContent naming each field to mend
     */
    Versioned<C> change(UUID id, int version, C content);

    /**
     * Removes what nothing refers to.
     *
     * @throws Refusal CONFLICT naming what uses it: such a thing is ended, not removed
     */
    void remove(UUID id);

    /** What is unusual of it: it is kept all the same, and told to whoever kept it. */
    default List<FieldProblem> warnings(UUID id) {
        return List.of();
    }

    /** Who changed what and when, newest first. */
    List<Change> history(UUID id);

    /**
     * @param text found in names and codes, empty for all
     * @param ended whether those that are no longer used come too
     * @param page from 0
     */
    record Search(String text, boolean ended, int page, int size) {}

    /**
     * One change: the fields that differ, by name.
     *
     * @param action past tense, dotted: {@code site.changed}
     */
    record Change(Instant at, String by, String action, Map<String, Object> before, Map<String, Object> after) {}
}
