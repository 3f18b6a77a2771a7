package fr.educentre.assidu.documents;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Attendance sheets (feuilles d'émargement). The same facts give the same issued sheet; changed facts a new version that
 * replaces the earlier one. Checks whose the session or learner is.
 */
public interface AttendanceSheets {

    /** The sheet of one session, a line a learner expected. Never for a learner: it names the others. */
    IssuedFile ofSession(UUID sessionId);

    /**
     * The sheet of one learner, a line a session begun; both days included, open where null.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when no session of the learner began in the period
     */
    IssuedFile ofLearner(UUID learnerId, @Nullable LocalDate from, @Nullable LocalDate to);
}
