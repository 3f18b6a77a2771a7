package fr.educentre.assidu.shell.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Something else that is done to one thing.
 *
 * @param labelKey key of the text bundles, of its button
 * @param doneKey of what is said once it is done; empty where something opens instead
 */
public record RecordAction(String labelKey, String doneKey, Consumer<UUID> act) {

    /** One that opens something over the form. */
    public static RecordAction opening(String labelKey, Consumer<UUID> act) {
        return new RecordAction(labelKey, "", act);
    }
}
