package fr.educentre.assidu.justification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Justifications of absences. */
public interface Justifications {

    /** Reasons of the catalogue, in order. */
    List<Reason> reasons();

    /** Files a justification. The document is sniffed: PDF, JPEG or PNG, up to 10 MB. */
    JustificationView submit(Submission submission);

    Optional<JustificationView> find(UUID id);

    List<JustificationView> ofLearner(UUID learnerId);

    /** The document, for those who may see it: a medical one only the referent and the quality manager. */
    Document document(UUID justificationId);

    record Reason(String code, String label, boolean medical, boolean documentRequired) {}

    /**
     * Sessions, or a period (from included, to excluded) that also covers absences known later.
     *
     * @param submittedBy to be shown; who files is whoever is signed in, whatever it says
     */
    record Submission(UUID learnerId, Absence absence, Reason reason, Document document, String submittedBy) {

        /** What is to be justified: sessions, or all in between. */
        public record Absence(
                List<UUID> sessionIds,
                @Nullable Instant from,
                @Nullable Instant to) {}

        /** Why they were absent. */
        public record Reason(String code, @Nullable String comment) {}

        /**
         * What proves it.
         *
         * @param medical the document is medical whatever the reason: only referent and quality manager may open it
         */
        public record Document(@Nullable String fileName, byte @Nullable [] bytes, boolean medical) {}
    }

    record JustificationView(
            UUID id,
            UUID learnerId,
            @JsonUnwrapped GivenReason reason,
            String state,
            @JsonUnwrapped JustifiedAbsence absence,
            @JsonUnwrapped JustifyingDocument document,
            @JsonUnwrapped ReviewDecision decision) {

        /**
         * Why they were absent.
         *
         * @param reasonCode {@code CONFIDENTIAL} where the reason is not for the reader to know
         * @param medical null where it is not for the reader to know
         */
        public record GivenReason(
                String reasonCode,
                String reasonLabel,
                @Nullable Boolean medical,
                @Nullable String comment) {}

        /** What it justifies. */
        public record JustifiedAbsence(
                List<UUID> sessionIds,
                @Nullable Instant from,
                @Nullable Instant to) {}

        /** What proves it, and who brought it. @param onBehalf somebody else than the learner filed it */
        public record JustifyingDocument(
                boolean hasDocument,
                @Nullable String documentName,
                @Nullable Instant submittedAt,
                @Nullable String documentCheckedBy,
                String submittedBy,
                boolean onBehalf) {}

        /** What was decided. */
        public record ReviewDecision(
                @Nullable String decidedBy,
                @Nullable Instant decidedAt,
                @Nullable String decisionNote) {}
    }

    record Document(String fileName, String mediaType, byte[] bytes) {}
}
