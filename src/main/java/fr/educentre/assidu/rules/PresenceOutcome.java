package fr.educentre.assidu.rules;

import fr.educentre.assidu.shell.Wording;

/**
 * What the presence rules decided.
 *
 * @param status name of the attendance status
 * @param rule name of the rule, in French
 * @param why with the figures it saw
 */
public record PresenceOutcome(
        String key, String status, boolean proofSufficient, String rule, int ruleVersion, Wording why) {}
