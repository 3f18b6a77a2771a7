package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.PublishedCrediting;
import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.rules.language.BlankValue;
import fr.educentre.assidu.rules.language.RuleText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What people tune of what counts as realised.
 *
 * @param crediting as each line says it; nothing where none does
 * @param proof what proves a presence
 * @param contradictionProves sources that contradict each other may still prove
 * @param withoutProof what becomes of unproven hours on a certificate
 */
public record CompletionParameters(
        String ruleName,
        int version,
        ScopedParameter<Optional<BlankValue.ChoiceValue>> crediting,
        ScopedParameter<ExpectedProof> proof,
        boolean contradictionProves,
        ScopedParameter<WithoutProof> withoutProof) {

    public static CompletionParameters of(RuleText text, int version) {
        return new CompletionParameters(
                text.name(),
                version,
                // Only asked for one funder at a time: an hour is charged to one funding.
                ScopedParameter.of(text, "methode", CompletionParameters::method, Optional.empty(), (one, two) -> one),
                ScopedParameter.of(
                        text,
                        "preuve",
                        value -> ExpectedProof.valueOf(ScopedParameter.code(value)),
                        ExpectedProof.EITHER,
                        ExpectedProof::and),
                text.choice("contradiction", "ACCEPTED").equals("ACCEPTED"),
                ScopedParameter.of(
                        text,
                        "traitement",
                        value -> WithoutProof.valueOf(ScopedParameter.code(value)),
                        WithoutProof.LISTED,
                        (one, two) -> one.compareTo(two) >= 0 ? one : two));
    }

    private static Optional<BlankValue.ChoiceValue> method(BlankValue value) {
        return value instanceof BlankValue.ChoiceValue choice ? Optional.of(choice) : Optional.empty();
    }

    /** How a funder's hours are credited, where the rule says so. */
    public Optional<PublishedCrediting> credited(String funder) {
        var setting = crediting.of(new PresenceScope("", "", List.of(funder)));
        return setting.value()
                .map(method ->
                        new PublishedCrediting(method.code(), method.words().and(setting.scope()), ruleName, version));
    }

    /** @param funders all who fund the enrolment */
    public WithoutProof withoutProof(Collection<String> funders) {
        return withoutProof.of(new PresenceScope("", "", List.copyOf(funders))).value();
    }
}
