package fr.educentre.assidu.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a justification, who looks at it and what it is worth. What they do not say of a reason is as the
 * catalogue of reasons says.
 *
 * @param documents whether a document is required, by reason code
 * @param acceptable whether an absence can be justified by it, by reason code
 * @param effects by reason code, by recipient ({@code EMPLOYER}, {@code FRANCE_TRAVAIL}, {@code REGION}, {@code CPF}):
 *     {@code JUSTIFIED} or {@code UNJUSTIFIED}
 * @param medicalChecker who checks a medical document, never a trainer
 * @param otherChecker who checks another document before the decision; empty when who decides does
 */
public record JustificationTerms(
        int version,
        Map<String, Boolean> documents,
        Map<String, Boolean> acceptable,
        Map<String, Map<String, String>> effects,
        Checker medicalChecker,
        Optional<Checker> otherChecker,
        Decider decider) {

    public enum Checker {
        EITHER,
        REFERENT,
        QUALITY
    }

    public enum Decider {
        /** Of the first session missed. */
        TRAINER,
        REFERENT,
        QUALITY
    }

    /** The catalogue's effects of a reason, with what the terms say otherwise. */
    public Map<String, String> effects(String reason, Map<String, String> catalogue) {
        var effects = new HashMap<>(catalogue);
        effects.putAll(this.effects.getOrDefault(reason, Map.of()));
        return Map.copyOf(effects);
    }
}
