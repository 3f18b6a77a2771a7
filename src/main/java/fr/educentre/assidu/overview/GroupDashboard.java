package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/**
 * The dashboard of a group: its figures, then those of everyone who is or was a member.
 *
 * @param items by last name, whole
 */
public record GroupDashboard(
        UUID groupId,
        String code,
        String name,
        @JsonUnwrapped AttendanceFigures figures,
        List<LearnerFigures> items) {}
