package fr.educentre.assidu.workflow;

import fr.educentre.assidu.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a task list down; each part left out narrows nothing.
 *
 * @param free those that no colleague holds
 * @param mine those in the reader's hands, or offered to them by name
 * @param role those offered to whoever has this role
 * @param overdue those that should have been done by now
 * @param kind those of this kind, as {@link TaskKind#key()} names it
 */
public record TaskFilter(
        boolean free,
        boolean mine,
        @Nullable Role role,
        boolean overdue,
        @Nullable String kind) {

    public static final TaskFilter NONE = new TaskFilter(false, false, null, false, null);

    /** What waits for the reader: a colleague's tasks do not. */
    public static final TaskFilter FREE = new TaskFilter(true, false, null, false, null);
}
