package fr.educentre.assidu.shell.ui;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something else that is done to one thing.
 *
 * @param labelKey key of the text bundles, of its button
 * @param doneKey of what is said once it is done; empty where something opens instead
 * @param applies whether there is anything to be done to this one now
 */
public record RecordAction(String labelKey, String doneKey, Consumer<UUID> act, Predicate<UUID> applies) {

    public RecordAction(String labelKey, String doneKey, Consumer<UUID> act) {
        this(labelKey, doneKey, act, id -> true);
    }

    /** One that opens something over the form. */
    public static RecordAction opening(String labelKey, Consumer<UUID> act) {
        return new RecordAction(labelKey, "", act);
    }
}
