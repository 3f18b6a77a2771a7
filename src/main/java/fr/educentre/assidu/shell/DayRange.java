package fr.educentre.assidu.shell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included; a side without a day is open. */
public interface DayRange {

    @Nullable
    LocalDate from();

    @Nullable
    LocalDate to();
}
