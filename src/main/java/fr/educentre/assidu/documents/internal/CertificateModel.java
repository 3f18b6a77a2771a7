package fr.educentre.assidu.documents.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as printed and sealed: its values are those of the paper.
 */
record CertificateModel(
        @JsonUnwrapped Heading heading,
        @JsonUnwrapped Signatory signatory,
        @JsonUnwrapped Trainee trainee,
        @JsonUnwrapped Training training,
        @JsonUnwrapped Period period,
        @JsonUnwrapped Done done,
        List<String> fundings,
        @JsonUnwrapped Reservations reservations) {

    /** Whose certificate it is, and how final. */
    record Heading(Letterhead organisation, String title, boolean intermediate) {}

    /** Who signs. */
    record Signatory(String signatory, String signatoryTitle) {}

    /** Who was trained. */
    record Trainee(String learner, @Nullable String employer) {}

    /** What was followed. */
    record Training(String action, String enrolment, String nature) {}

    /**
     * From when to when.
     *
     * @param begun a session or activity took place; otherwise the dates are the planned ones
     */
    record Period(boolean begun, String from, String to) {}

    /**
     * What was done.
     *
     * @param hours decimal hours, credited
     * @param months duration in months and days, for an apprenticeship alone
     */
    record Done(String hours, @Nullable String months, List<Part> split) {}

    /**
     * What is not among the hours.
     *
     * @param leftOut unproven hours that are not among the hours above; not written where there are none, so that a
     *     certificate issued before is still the same
     * @param unknown what is still to be established, empty for a final certificate
     */
    record Reservations(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut, List<String> unknown) {}

    /** Hours of one modality. */
    record Part(String label, String hours) {}
}
