package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.internal.DecisionDue.OfOnlineSessions;
import fr.educentre.assidu.attendance.internal.DecisionDue.OfSession;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.collections4.ListUtils;
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
        jobs.submitAtOnce(
                DecisionDue.TYPE,
                ListUtils.partition(List.copyOf(learners), LEARNERS_A_JOB).stream()
                        .map(some -> new OfOnlineSessions(TimeOrderedId.next(), Set.copyOf(some)))
                        .toList());
    }
}
