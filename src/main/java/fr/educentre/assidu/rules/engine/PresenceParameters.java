package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.SourceTrust;
import fr.educentre.assidu.rules.SourceTrust.ServiceOrFile;
import fr.educentre.assidu.rules.SourceTrust.SignInOrLog;
import fr.educentre.assidu.rules.engine.ScopedParameter.Setting;
import fr.educentre.assidu.rules.language.RuleText;

/**
 * What people tune of the presence rules.
 *
 * @param threshold percentage of the taught time that makes someone present
 * @param tolerance minutes of late arrival or early departure that are let pass
 * @param connection minutes from which a connection counts
 */
public record PresenceParameters(
        String ruleName,
        int version,
        ScopedParameter<Double> threshold,
        ScopedParameter<Double> tolerance,
        ScopedParameter<Double> connection,
        SourceTrust trust) {

    public static PresenceParameters of(RuleText text, int version) {
        return new PresenceParameters(
                text.name(),
                version,
                ScopedParameter.number(text, "seuil", text.number("seuil"), Math::max),
                ScopedParameter.number(text, "tolerance", text.number("tolerance"), Math::min),
                ScopedParameter.number(text, "connexion", 0, Math::max),
                new SourceTrust(
                        SignInOrLog.valueOf(text.choice(
                                "emargement", SourceTrust.USUAL.signInOrLog().name())),
                        ServiceOrFile.valueOf(text.choice(
                                "releve", SourceTrust.USUAL.serviceOrFile().name()))));
    }

    /** Those that hold for one learner and session. */
    record Applied(
            Setting<Double> threshold,
            Setting<Double> tolerance,
            Setting<Double> connection,
            ExpectedProof proof,
            boolean contradictionProves) {}

    Applied of(PresenceScope scope, CompletionParameters completion) {
        return new Applied(
                threshold.of(scope),
                tolerance.of(scope),
                connection.of(scope),
                completion.proof().of(scope).value(),
                completion.contradictionProves());
    }
}
