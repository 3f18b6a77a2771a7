package fr.educentre.assidu.training.management;

import java.util.function.Supplier;

/**
 * One kind of thing of the centre.
 *
 * @param subject its name in the journal and in keys of texts
 * @param type how it is stored
 * @param fresh one that is not stored yet
 * @param found SQL of those whose texts hold {@code :q}, retired ones where {@code :ended}: {@code id}, in the order of a list
 */
record RecordKind<E>(String subject, Class<E> type, Supplier<E> fresh, String found) {}
