package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.educentre.assidu.shell.SensibleDay;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** From the first to the last day, both included. */
@Embeddable
public record CourseDays(
        @NotNull @SensibleDay LocalDate startsOn,
        @NotNull @SensibleDay LocalDate endsOn) {

    @JsonIgnore
    boolean reversed() {
        return endsOn.isBefore(startsOn);
    }
}
