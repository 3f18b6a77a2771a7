package fr.educentre.assidu.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued.
 *
 * @param state {@code VALID}, {@code REPLACED} or {@code CANCELLED}
 * @param lines none for a document issued before lines were stored
 * @param totals null for such a document
 */
public record IssuedDocument(
        UUID id,
        String number,
        DocumentKind kind,
        String state,
        @JsonUnwrapped Seal seal,
        @JsonUnwrapped Issue issue,
        List<Line> lines,
        @Nullable Totals totals) {

    /**
     * What its bytes are verified by.
     *
     * @param sha256 in hexadecimal
     * @param code of the public verification
     */
    public record Seal(String sha256, String code) {}

    /**
     * Who issued it, and what ended it.
     *
     * @param endedAt when it was replaced or cancelled
     * @param replacedBy number of the document that replaced it
     */
    public record Issue(
            Instant issuedAt,
            String issuedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endedReason,
            @Nullable String replacedBy) {}

    /**
     * A session or an activity of a learner.
     *
     * @param verdictVersion of the verdict it rests on
     * @param day local
     * @param funding to which the credited minutes are charged, where the document is one funding's
     */
    public record Line(
            @Nullable UUID session,
            @Nullable Integer verdictVersion,
            @Nullable String activity,
            UUID learner,
            LocalDate day,
            int observedMinutes,
            int creditedMinutes,
            @Nullable UUID funding) {}

    /** Sums of the lines, in minutes. */
    public record Totals(int creditedMinutes, int observedMinutes) {

        public static Totals of(List<Line> lines) {
            return new Totals(
                    lines.stream().mapToInt(Line::creditedMinutes).sum(),
                    lines.stream().mapToInt(Line::observedMinutes).sum());
        }
    }
}
