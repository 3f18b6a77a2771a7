package fr.educentre.assidu.access.records;

/**
 * What refers to a thing, which therefore stays.
 *
 * @param key of the text bundles, with the count as its value
 */
public record Use(String key, long count) {}
