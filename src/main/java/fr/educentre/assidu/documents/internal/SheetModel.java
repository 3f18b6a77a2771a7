package fr.educentre.assidu.documents.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attendance sheet as printed and sealed, by session or by learner.
 */
record SheetModel(
        @JsonUnwrapped Heading heading,
        List<Line> lines,
        @JsonUnwrapped Sum sum,
        List<Rectification> rectifications,
        List<Countersignature> countersignatures) {

    /**
     * What the sheet is of.
     *
     * @param facts label and value, two a row
     */
    record Heading(
            Letterhead organisation, String title, String subject, List<List<Fact>> facts, List<String> warnings) {}

    /**
     * The foot of the table.
     *
     * @param total observed minutes of all lines
     * @param totalCredited credited minutes of all lines
     */
    record Sum(String totalLabel, String total, String totalCredited) {}

    record Fact(String label, String value) {}

    /**
     * A learner and a session.
     */
    record Line(
            @JsonUnwrapped Trainee trainee,
            SessionCell session,
            @JsonUnwrapped Outcome outcome,
            @JsonUnwrapped Proof proof,
            @JsonUnwrapped Times times) {

        /** Who was expected. */
        record Trainee(String learner, String learnerKey, List<String> fundings) {}

        /**
         * What was decided.
         *
         * @param marks lateness, early departure, justification
         */
        record Outcome(String status, List<String> marks) {}

        /**
         * What shows it.
         *
         * @param proofs signature, connection log or roll-call, as received
         * @param gap what proof is missing, said plainly
         */
        record Proof(List<String> proofs, @Nullable String gap) {}

        /** When they were there, and the minutes that counts for. */
        record Times(String arrival, String departure, String observed, String credited) {}
    }

    record SessionCell(
            @JsonUnwrapped Slot slot,
            @JsonUnwrapped Content content,
            @JsonUnwrapped Setting setting,
            @JsonUnwrapped Signing signing) {

        /** When it was held. */
        record Slot(String date, String hours, String breaks) {}

        /** What was taught. */
        record Content(String title, String module) {}

        /** Where, how and by whom. */
        record Setting(String place, String modality, String trainers) {}

        /** Who signed for it. */
        record Signing(String countersignature, boolean countersigned) {}
    }

    record Rectification(
            String at, String by, String session, String learner, String before, String after, String reason) {}

    record Countersignature(String who, String what, boolean done) {}
}
