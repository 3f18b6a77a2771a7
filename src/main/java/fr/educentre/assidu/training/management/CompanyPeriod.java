package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.DayRange;
import fr.educentre.assidu.shell.DaysInOrder;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Days that a group spends at its employers, or off, both ends included: they lie outside every window of attendance. */
@Embeddable
@DaysInOrder
public record CompanyPeriod(
        @NotNull @Enumerated(EnumType.STRING) OutsidePeriod.Kind kind,
        @NotNull @SensibleDay @Column(name = "from_on") LocalDate from,
        @NotNull @SensibleDay @Column(name = "to_on") LocalDate to)
        implements DayRange {}
