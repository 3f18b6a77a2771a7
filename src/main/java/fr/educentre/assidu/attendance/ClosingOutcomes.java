package fr.educentre.assidu.attendance;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What closing a session now would make of attendance: found in the way that closing decides it, and not written. */
public interface ClosingOutcomes {

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    Outcome of(UUID sessionId);

    /**
     * @param statuses of everyone expected, by learner
     * @param opened the cases of absence that would become known
     */
    record Outcome(Map<UUID, AttendanceStatus> statuses, List<AbsenceCase> opened) {}
}
