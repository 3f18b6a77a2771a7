package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner's action (inscription).
 *
 * @param agreedMinutes heures conventionnées, in minutes
 * @param fundings by priority
 */
public record EnrolmentInfo(
        UUID id,
        String number,
        UUID learnerId,
        UUID programmeId,
        String programmeCode,
        String programmeTitle,
        NatureOfAction nature,
        UUID groupId,
        String groupName,
        @Nullable UUID employerId,
        @Nullable String employerName,
        @Nullable UUID tutorId,
        boolean apprenticeship,
        LocalDate startsOn,
        LocalDate endsOn,
        int agreedMinutes,
        @Nullable String accommodations,
        List<FundingInfo> fundings) {

    /** Kinds of those who fund a day. */
    public List<String> funderKinds(LocalDate day) {
        return fundings.stream()
                .filter(funding -> funding.covers(day))
                .map(funding -> funding.funderKind().name())
                .distinct()
                .toList();
    }

    /** A funding (dossier de financement) of the enrolment. */
    public record FundingInfo(
            UUID id,
            UUID funderId,
            String funderCode,
            String funderName,
            FunderKind funderKind,
            @Nullable String fileNumber,
            int agreedMinutes,
            LocalDate startsOn,
            LocalDate endsOn,
            int priority,
            CreditingMethod creditingMethod) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(startsOn) && !day.isAfter(endsOn);
        }
    }
}
