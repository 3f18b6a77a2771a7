package fr.educentre.assidu.documents.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attendance sheet as printed and sealed, by session or by learner.
 *
 * @param facts label and value, two a row
 * @param total observed hours of all lines, decimal
 */
record SheetModel(
        Letterhead organisation,
        String title,
        String subject,
        List<List<Fact>> facts,
        List<String> warnings,
        List<Line> lines,
        String totalLabel,
        String total,
        List<Rectification> rectifications,
        List<Countersignature> countersignatures) {

    record Fact(String label, String value) {}

    /**
     * A learner and a session.
     *
     * @param marks lateness, early departure, justification
     * @param proofs signature, connection log or roll-call, as received
     * @param gap what proof is missing, said plainly
     */
    record Line(
            String learner,
            String learnerKey,
            List<String> fundings,
            SessionCell session,
            String status,
            List<String> marks,
            List<String> proofs,
            @Nullable String gap,
            String arrival,
            String departure,
            String observed) {}

    record SessionCell(
            String date,
            String hours,
            String breaks,
            String title,
            String module,
            String place,
            String modality,
            String trainers,
            String countersignature,
            boolean countersigned) {}

    record Rectification(
            String at, String by, String session, String learner, String before, String after, String reason) {}

    record Countersignature(String who, String what, boolean done) {}
}
