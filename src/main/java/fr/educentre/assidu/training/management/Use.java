package fr.educentre.assidu.training.management;

/**
 * What refers to a thing, which therefore stays.
 *
 * @param key of the text bundles, with the count as its value
 */
record Use(String key, long count) {}
