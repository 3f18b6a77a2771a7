package fr.educentre.assidu.documents.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as printed and sealed: its values are those of the paper.
 *
 * @param begun a session or activity took place; otherwise the dates are the planned ones
 * @param hours decimal hours, credited
 * @param months duration in months and days, for an apprenticeship alone
 * @param leftOut unproven hours that are not among the hours above; not written where there are none, so that a
 *     certificate issued before is still the same
 * @param unknown what is still to be established, empty for a final certificate
 */
record CertificateModel(
        Letterhead organisation,
        String title,
        boolean intermediate,
        String signatory,
        String signatoryTitle,
        String learner,
        @Nullable String employer,
        String action,
        String enrolment,
        String nature,
        boolean begun,
        String from,
        String to,
        String hours,
        @Nullable String months,
        List<Part> split,
        List<String> fundings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
        List<String> unknown) {

    /** Hours of one modality. */
    record Part(String label, String hours) {}
}
