package fr.educentre.assidu.rules.language;

import java.util.UUID;

/** A version of a rule, read. */
public record VersionedRule(UUID id, int version, RuleText text) {}
