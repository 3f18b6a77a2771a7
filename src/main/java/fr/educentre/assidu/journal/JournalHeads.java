package fr.educentre.assidu.journal;

import fr.educentre.assidu.journal.Journal.Head;

/**
 * The head of the journal outside of its database: what was noted there shows when the end of the journal is cut off, or the whole
 * of it written anew.
 */
public interface JournalHeads {

    /**
     * Adds the head as it stands to the log and, where one is set, to the file of heads.
     *
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    Head note();
}
