package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.internal.Evaluation.OfGroups;
import fr.educentre.assidu.alerts.internal.Evaluation.OfLearner;
import fr.educentre.assidu.alerts.internal.Evaluation.OfSession;
import fr.educentre.assidu.alerts.internal.Evaluation.WithoutGroup;
import fr.educentre.assidu.alerts.internal.EvaluationSchedule.DueGroup;
import fr.educentre.assidu.alerts.internal.EvaluationSchedule.Moment;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceMoved;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceWithdrawn;
import fr.educentre.assidu.attendance.Attendance.AttendanceChanged;
import fr.educentre.assidu.progress.Progress.ProgressChanged;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.Sessions.SessionClosed;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When learners are evaluated: after their attendance, absences or progress changed, and every night. Each is a durable
 * job submitted in the transaction of the change, so that none is lost; one that waits already is not added again.
 */
@Component
class EvaluationJobs implements DurableJobHandler<Evaluation>, NightlyTask {

    private static final int SLICE = 500;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final DurableJobs jobs;
    private final Sessions sessions;
    private final EvaluationSchedule due;
    private final AssiduityRules rules;
    private final AlertEvaluator evaluation;
    private final Clock clock;

    EvaluationJobs(
            DurableJobs jobs,
            Sessions sessions,
            EvaluationSchedule due,
            AssiduityRules rules,
            AlertEvaluator evaluation,
            Clock clock) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.due = due;
        this.rules = rules;
        this.evaluation = evaluation;
        this.clock = clock;
    }

    @EventListener
    void on(AttendanceChanged event) {
        if (event.learnerIds().size() == 1) {
            submit(new OfLearner(event.learnerIds().iterator().next(), null));
        } else {
            submit(new OfSession(event.sessionId()));
        }
    }

    @EventListener
    void on(SessionClosed event) {
        submit(new OfSession(event.sessionId()));
    }

    @EventListener
    void on(AbsenceMoved event) {
        submit(new OfLearner(event.learnerId(), null));
    }

    @EventListener
    void on(AbsenceWithdrawn event) {
        submit(new OfLearner(event.learnerId(), null));
    }

    @EventListener
    void on(ProgressChanged event) {
        event.learnerIds().forEach(id -> submit(new OfLearner(id, null)));
    }

    private void submit(Evaluation which) {
        jobs.submit(Evaluation.TYPE, which);
    }

    @Override
    public DurableJobType<Evaluation> type() {
        return Evaluation.TYPE;
    }

    @Override
    public String name() {
        return Evaluation.TYPE.name();
    }

    @Override
    public void run(Evaluation which) {
        evaluation.evaluate(
                switch (which) {
                    case OfSession one -> expected(one.session());
                    case OfLearner one -> List.of(one.learner());
                    case OfGroups some -> due.between(some.after(), some.last(), moment());
                    case WithoutGroup none -> due.withoutGroup(moment());
                });
    }

    private Collection<UUID> expected(UUID session) {
        var ids = new LinkedHashSet<UUID>();
        sessions.expected(session)
                .forEach(expected -> ids.add(expected.learner().id()));
        return ids;
    }

    /** Splits the learners whom the clock concerns into jobs that nodes share: groups together, they share sessions. */
    @Override
    public void run() {
        slices(due.groups(moment())).forEach(this::submit);
    }

    /** A job for every few groups; a group is never cut. */
    static List<Evaluation> slices(List<DueGroup> groups) {
        var slices = new ArrayList<Evaluation>();
        UUID after = null;
        UUID last = null;
        int learners = 0;
        for (DueGroup each : groups) {
            UUID group = each.group();
            if (last != null && (group == null || learners + each.learners() > SLICE)) {
                slices.add(new OfGroups(after, last));
                after = last;
                last = null;
                learners = 0;
            }
            if (group == null) {
                slices.add(new WithoutGroup());
            } else {
                last = group;
                learners += each.learners();
            }
        }
        if (last != null) {
            slices.add(new OfGroups(after, last));
        }
        return slices;
    }

    private Moment moment() {
        Instant now = clock.instant();
        return new Moment(now, LocalDate.ofInstant(now, ZONE), rules.inForce());
    }
}
