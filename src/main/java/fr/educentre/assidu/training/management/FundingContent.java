package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.CreditingMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for an enrolment, for which days (dossier de financement). Its place in the list is its priority: an hour is charged to
 * the first that covers its day.
 *
 * @param id null for a new one
 */
public record FundingContent(
        @Nullable UUID id,
        @NotNull UUID funderId,
        @Size(max = 60) String fileNumber,
        @NotNull @PositiveOrZero @Max(600_000) Integer agreedMinutes,
        @Valid @JsonUnwrapped CourseDays days,
        @NotNull CreditingMethod creditingMethod) {

    public FundingContent {
        fileNumber = WrittenText.line(fileNumber);
    }
}
