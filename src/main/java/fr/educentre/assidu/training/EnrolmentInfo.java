package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner's action (inscription).
 *
 * @param fundings by priority
 */
public record EnrolmentInfo(
        UUID id,
        String number,
        UUID learnerId,
        Programme programme,
        Group group,
        Employment employment,
        Agreement agreement,
        List<FundingInfo> fundings) {

    /** What the learner follows. */
    public record Programme(UUID id, String code, String title, NatureOfAction nature) {}

    /** Those who follow it together. */
    public record Group(UUID id, String name) {}

    /** Who employs and accompanies the learner. */
    public record Employment(
            @Nullable UUID employerId,
            @Nullable String employerName,
            @Nullable UUID tutorId,
            boolean apprenticeship) {}

    /**
     * What was agreed (convention).
     *
     * @param agreedMinutes heures conventionnées, in minutes
     */
    public record Agreement(
            LocalDate startsOn,
            LocalDate endsOn,
            int agreedMinutes,
            @Nullable String accommodations) {}

    /** Kinds of those who fund a day. */
    public List<String> funderKinds(LocalDate day) {
        return fundings.stream()
                .filter(funding -> funding.covers(day))
                .map(funding -> funding.funder().kind().name())
                .distinct()
                .toList();
    }

    /** A funding (dossier de financement) of the enrolment. */
    public record FundingInfo(
            UUID id,
            Funder funder,
            @Nullable String fileNumber,
            int agreedMinutes,
            LocalDate startsOn,
            LocalDate endsOn,
            int priority,
            CreditingMethod creditingMethod) {

        /** Who pays. */
        public record Funder(UUID id, String code, String name, FunderKind kind) {}

        public boolean covers(LocalDate day) {
            return !day.isBefore(startsOn) && !day.isAfter(endsOn);
        }
    }
}
