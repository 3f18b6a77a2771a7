package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an enrolment on a day; sessions from then until it resumes are no absences.
 *
 * @param lastPresence the last day for which a presence is proven
 */
public record NewEnrolmentEvent(
        @NotNull Kind kind,
        @NotNull @SensibleDay LocalDate on,
        @SensibleDay @Nullable LocalDate lastPresence,
        @NotBlank @Size(max = 1000) String reason) {

    /** What happens; the words are never one another's. */
    public enum Kind {
        INTERRUPTION,
        RESUMPTION,
        ABANDONMENT,
        TERMINATION,
        EXCLUSION;

        /** Whether the learner is expected no longer. */
        public boolean stops() {
            return this != RESUMPTION;
        }

        /** Whether they are not meant to come back. */
        public boolean isFinal() {
            return stops() && this != INTERRUPTION;
        }
    }

    public NewEnrolmentEvent {
        reason = WrittenText.lines(reason);
    }
}
