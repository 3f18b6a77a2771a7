package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** The figures of one learner; {@code name} is first name, last name. */
public record LearnerFigures(
        UUID learnerId,
        String name,
        String firstName,
        String lastName,
        boolean atRisk,
        @JsonUnwrapped AttendanceFigures figures) {}
