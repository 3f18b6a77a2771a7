package fr.educentre.assidu.justification.internal;

import java.util.Map;

/**
 * A reason of the catalogue.
 *
 * @param accepted it can make an absence justified
 * @param effects by recipient, JUSTIFIED or UNJUSTIFIED
 */
record AbsenceReason(
        String code,
        String labelFr,
        String labelEn,
        boolean medical,
        boolean documentRequired,
        boolean accepted,
        Map<String, String> effects) {}
