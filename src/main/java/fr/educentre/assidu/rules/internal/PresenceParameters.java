package fr.educentre.assidu.rules.internal;

/**
 * What people tune of the presence rules.
 *
 * @param threshold percentage of the taught time that makes someone present
 * @param tolerance minutes of late arrival or early departure that are let pass
 */
public record PresenceParameters(String ruleName, int version, double threshold, double tolerance) {

    static PresenceParameters of(RuleText text, int version) {
        return new PresenceParameters(text.name(), version, text.number("seuil"), text.number("tolerance"));
    }
}
