package fr.educentre.assidu.rules.internal;

import java.util.UUID;

/** A version of a rule, read. */
record VersionedRule(UUID id, int version, RuleText text) {}
