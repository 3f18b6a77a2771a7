package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.DayRange;
import fr.educentre.assidu.shell.DaysInOrder;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Days on which a site is closed, both ends included. */
@Embeddable
@DaysInOrder
public record Closure(
        @NotNull @SensibleDay @Column(name = "from_on") LocalDate from,
        @NotNull @SensibleDay @Column(name = "to_on") LocalDate to,
        @Size(max = 200) String name)
        implements DayRange {

    public Closure {
        name = WrittenText.line(name);
    }
}
