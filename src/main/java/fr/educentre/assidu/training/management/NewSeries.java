package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.DayRange;
import fr.educentre.assidu.shell.DaysInOrder;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same session on days of the week, from one day to another, both included, by the time of its site. */
public record NewSeries(
        @NotBlank @Size(max = 300) String title,
        @Valid @JsonUnwrapped SessionCourse course,
        @NotEmpty List<DayOfWeek> weekdays,
        @Valid @JsonUnwrapped Days days,
        @Valid @JsonUnwrapped Hours hours,
        @Valid @JsonUnwrapped SessionVenue venue) {

    public NewSeries {
        title = WrittenText.line(title);
    }

    /** Of the first and the last that may be. */
    @DaysInOrder
    public record Days(
            @NotNull @SensibleDay LocalDate from,
            @NotNull @SensibleDay LocalDate to) implements DayRange {}

    /** On each day, with a break or without. */
    public record Hours(
            @NotNull LocalTime startTime,
            @NotNull LocalTime endTime,
            @Nullable LocalTime breakFrom,
            @Nullable LocalTime breakTo) {}

    /** Its hours by the names of their fields. */
    Map<String, LocalTime> times() {
        Map<String, LocalTime> times = new LinkedHashMap<>();
        times.put("startTime", hours.startTime());
        times.put("endTime", hours.endTime());
        if (hours.breakFrom() != null) {
            times.put("breakFrom", hours.breakFrom());
        }
        if (hours.breakTo() != null) {
            times.put("breakTo", hours.breakTo());
        }
        return times;
    }

    SessionContent on(LocalDate day) {
        LocalTime pause = hours.breakFrom();
        LocalTime end = hours.breakTo();
        return new SessionContent(
                title,
                course,
                day.atTime(hours.startTime()).toString(),
                day.atTime(hours.endTime()).toString(),
                pause == null || end == null
                        ? List.of()
                        : List.of(new SessionPause(
                                day.atTime(pause).toString(), day.atTime(end).toString())),
                venue);
    }
}
