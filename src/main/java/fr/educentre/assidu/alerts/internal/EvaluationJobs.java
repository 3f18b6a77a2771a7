package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.attendance.AbsenceCases.AbsenceMoved;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.attendance.Attendance.AttendanceChanged;
import fr.educentre.assidu.progress.Progress.ProgressChanged;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When learners are evaluated: after their attendance, absences or progress changed, and every night. Each is a durable
 * job submitted in the transaction of the change, so that none is lost; a job's key says all it needs, since one that
 * waits already is not added again.
 */
@Component
class EvaluationJobs implements DurableJobHandler, NightlyTask {

    private static final String NAME = "alerts.evaluate";
    private static final int SLICE = 500;
    private static final String SESSION = "session:";
    private static final String LEARNER = "learner:";
    private static final String AFTER = "after:";

    private final DurableJobs jobs;
    private final Sessions sessions;
    private final Learners learners;
    private final Evaluation evaluation;

    EvaluationJobs(DurableJobs jobs, Sessions sessions, Learners learners, Evaluation evaluation) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.learners = learners;
        this.evaluation = evaluation;
    }

    @EventListener
    void on(AttendanceChanged event) {
        if (event.learnerIds().size() == 1) {
            submit(LEARNER + event.learnerIds().iterator().next());
        } else {
            submit(SESSION + event.sessionId());
        }
    }

    @EventListener
    void on(AbsenceMoved event) {
        submit(LEARNER + event.learnerId());
    }

    @EventListener
    void on(AbsenceWithdrawn event) {
        submit(LEARNER + event.learnerId());
    }

    @EventListener
    void on(ProgressChanged event) {
        event.learnerIds().forEach(id -> submit(LEARNER + id));
    }

    private void submit(String key) {
        jobs.submit(NAME, key, "");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key, String payload) {
        if (key.startsWith(SESSION)) {
            var ids = new LinkedHashSet<UUID>();
            sessions.expected(UUID.fromString(key.substring(SESSION.length())))
                    .forEach(expected -> ids.add(expected.learner().id()));
            evaluation.evaluate(ids);
        } else if (key.startsWith(LEARNER)) {
            evaluation.evaluate(List.of(UUID.fromString(key.substring(LEARNER.length()))));
        } else if (key.startsWith(AFTER)) {
            String last = key.substring(AFTER.length());
            evaluation.evaluate(learners.idsAfter(last.isEmpty() ? null : UUID.fromString(last), SLICE));
        }
    }

    /** Splits the centre into jobs that nodes share. */
    @Override
    public void run() {
        UUID last = null;
        List<UUID> slice = learners.idsAfter(last, SLICE);
        while (!slice.isEmpty()) {
            submit(AFTER + (last == null ? "" : last));
            last = slice.getLast();
            slice = learners.idsAfter(last, SLICE);
        }
    }
}
