package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one learner; {@code name} is first name, last name.
 *
 * @param atRisk by an alert that is not over, of a rule that says so
 * @param why what those alerts explain; of one about health, that it is reserved
 * @param trend attendance rates of the last eight weeks, this one last; null for a week that has nothing to divide by
 */
public record LearnerFigures(
        UUID learnerId,
        String name,
        String firstName,
        String lastName,
        boolean atRisk,
        List<Wording> why,
        List<@Nullable BigDecimal> trend,
        @JsonUnwrapped AttendanceFigures figures) {}
