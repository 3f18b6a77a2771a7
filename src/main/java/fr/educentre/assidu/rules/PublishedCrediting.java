package fr.educentre.assidu.rules;

import fr.educentre.assidu.shell.Wording;

/**
 * How hours are credited as the published completion rule has it.
 *
 * @param method {@code MINUTE}, {@code HALF_DAY}, {@code MILESTONE}
 * @param words the method and whom it is set for, as the rule says
 */
public record PublishedCrediting(String method, Wording words, String rule, int version) {}
