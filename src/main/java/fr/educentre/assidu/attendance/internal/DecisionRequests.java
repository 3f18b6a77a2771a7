package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.internal.DecisionDue.OfOnlineSessions;
import fr.educentre.assidu.attendance.internal.DecisionDue.OfSession;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Facts come first: what is recorded is committed together with the job that decides upon it, and stands even where the
 * rules, a case or a process fail. Whoever recorded it finds the verdicts when the call returns, unless there are many.
 */
@Component
class DecisionRequests {

    private static final int LEARNERS_A_JOB = 50;

    private final DurableJobs jobs;

    DecisionRequests(DurableJobs jobs) {
        this.jobs = jobs;
    }

    void ofSessions(Collection<UUID> sessions) {
        jobs.submitAtOnce(
                DecisionDue.TYPE, sessions.stream().map(OfSession::new).toList());
    }

    /** What they did on the platform concerns their sessions on line. */
    void ofOnlineSessions(Collection<UUID> learners) {
        List<UUID> ordered = List.copyOf(new TreeSet<>(learners));
        List<DecisionDue> due = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += LEARNERS_A_JOB) {
            Set<UUID> some = Set.copyOf(ordered.subList(from, Math.min(ordered.size(), from + LEARNERS_A_JOB)));
            due.add(new OfOnlineSessions(TimeOrderedId.next(), some));
        }
        jobs.submitAtOnce(DecisionDue.TYPE, due);
    }
}
