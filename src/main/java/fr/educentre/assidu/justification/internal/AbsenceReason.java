package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.rules.JustificationTerms;
import java.util.Map;

/**
 * A reason of the catalogue.
 *
 * @param accepted it can make an absence justified
 * @param retired no longer offered
 * @param effects by recipient, JUSTIFIED or UNJUSTIFIED
 */
record AbsenceReason(
        String code,
        String labelFr,
        String labelEn,
        boolean medical,
        boolean documentRequired,
        boolean accepted,
        boolean retired,
        Map<String, String> effects) {

    /** As the published terms have it. */
    AbsenceReason under(JustificationTerms terms) {
        return new AbsenceReason(
                code,
                labelFr,
                labelEn,
                medical,
                terms.documents().getOrDefault(code, documentRequired),
                terms.acceptable().getOrDefault(code, accepted),
                retired,
                terms.effects(code, effects));
    }
}
