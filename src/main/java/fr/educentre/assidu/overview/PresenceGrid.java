package fr.educentre.assidu.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Wording;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was where: learners by sessions that have begun.
 *
 * @param sessions latest first
 * @param learners those at risk first, then by last name
 */
public record PresenceGrid(
        UUID groupId,
        PageOf<HeldSession> sessions,
        @JsonUnwrapped PageOf<Line> learners) {

    /** A session as the head of a column; its times are those of its site. */
    public record HeldSession(UUID id, String title, OffsetDateTime startsAt, OffsetDateTime endsAt, boolean closed) {}

    /**
     * A learner and what is retained of them.
     *
     * @param atRisk by an alert that is not over, of a rule that says so
     * @param why what those alerts explain; of one about health, that it is reserved
     * @param cells of the sessions where the learner was expected, or has been marked; in the order of the sessions
     */
    public record Line(
            UUID learnerId,
            String name,
            String firstName,
            String lastName,
            boolean atRisk,
            List<Wording> why,
            List<Cell> cells) {}

    /**
     * What is retained for a learner and a session.
     *
     * @param justification null where nothing is to justify
     */
    public record Cell(
            UUID sessionId,
            AttendanceStatus status,
            @Nullable JustificationState justification) {}
}
