package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * What was agreed.
 *
 * @param number of the enrolment, empty for a new one that takes the next
 * @param agreedMinutes heures conventionnées, in minutes
 */
@Embeddable
public record AgreedHours(
        @Size(max = 40) String number,
        @Valid @JsonUnwrapped CourseDays days,
        @NotNull @PositiveOrZero @Max(600_000) Integer agreedMinutes) {

    public AgreedHours {
        number = WrittenText.line(number);
    }

    AgreedHours numbered(String next) {
        return new AgreedHours(next, days, agreedMinutes);
    }
}
