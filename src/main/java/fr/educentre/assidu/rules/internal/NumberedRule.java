package fr.educentre.assidu.rules.internal;

import java.util.UUID;

/** A version of a rule, read. */
record NumberedRule(UUID id, int version, RuleText text) {}
