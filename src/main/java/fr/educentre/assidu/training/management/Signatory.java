package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.DayRange;
import fr.educentre.assidu.shell.DaysInOrder;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who may sign for the organisation, from one day to another, both included; a side without a day is open. */
@Embeddable
@DaysInOrder
public record Signatory(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String title,
        @SensibleDay @Column(name = "from_on") @Nullable LocalDate from,
        @SensibleDay @Column(name = "to_on") @Nullable LocalDate to)
        implements DayRange {

    public Signatory {
        name = WrittenText.line(name);
        title = WrittenText.line(title);
    }
}
