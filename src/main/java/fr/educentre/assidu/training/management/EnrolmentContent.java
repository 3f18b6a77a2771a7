package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A learner's action (inscription).
 *
 * @param accommodations what was arranged for the learner, one a line; seen by who follows them alone
 * @param fundings by priority
 */
public record EnrolmentContent(
        @Valid @JsonUnwrapped FollowedCourse course,
        @Valid @JsonUnwrapped LearnerEmployment employment,
        @Valid @JsonUnwrapped AgreedHours agreed,
        @Valid Convention convention,
        @Valid ApprenticeshipContract contract,
        String accommodations,
        @Valid List<FundingContent> fundings) {

    public EnrolmentContent(
            FollowedCourse course,
            LearnerEmployment employment,
            AgreedHours agreed,
            @Nullable Convention convention,
            @Nullable ApprenticeshipContract contract,
            @Nullable String accommodations,
            @Nullable List<FundingContent> fundings) {
        this.course = course;
        this.employment = employment;
        this.agreed = agreed;
        this.convention = Objects.requireNonNullElseGet(convention, () -> new Convention("", null));
        this.contract = Objects.requireNonNullElseGet(contract, () -> new ApprenticeshipContract("", null, null, null));
        this.accommodations = WrittenText.lines(accommodations);
        this.fundings = List.copyOf(Objects.requireNonNullElse(fundings, List.of()));
    }
}
