package fr.educentre.assidu.alerts.internal;

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
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

    static final String NAME = "alerts.evaluate";
    private static final int SLICE = 500;
    private static final String SESSION = "session:";
    static final String LEARNER = "learner:";
    private static final String DUE = "due:";
    private static final String WITHOUT_GROUP = "without group";
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
            submit(LEARNER + event.learnerIds().iterator().next());
        } else {
            submit(SESSION + event.sessionId());
        }
    }

    @EventListener
    void on(SessionClosed event) {
        submit(SESSION + event.sessionId());
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
            String id = key.substring(LEARNER.length());
            int at = id.indexOf('@');
            evaluation.evaluate(List.of(UUID.fromString(at < 0 ? id : id.substring(0, at))));
        } else if (key.startsWith(DUE)) {
            String range = key.substring(DUE.length());
            evaluation.evaluate(range.equals(WITHOUT_GROUP) ? due.withoutGroup(moment()) : between(range));
        }
    }

    private List<UUID> between(String range) {
        int at = range.indexOf(':');
        UUID after = at == 0 ? null : UUID.fromString(range.substring(0, at));
        return due.between(after, UUID.fromString(range.substring(at + 1)), moment());
    }

    /** Splits the learners whom the clock concerns into jobs that nodes share: groups together, they share sessions. */
    @Override
    public void run() {
        slices(due.groups(moment())).forEach(this::submit);
    }

    /** The key of a job for every few groups; a group is never cut. */
    static List<String> slices(List<DueGroup> groups) {
        var keys = new ArrayList<String>();
        UUID after = null;
        UUID last = null;
        int learners = 0;
        for (DueGroup each : groups) {
            UUID group = each.group();
            if (last != null && (group == null || learners + each.learners() > SLICE)) {
                keys.add(DUE + (after == null ? "" : after) + ":" + last);
                after = last;
                last = null;
                learners = 0;
            }
            if (group == null) {
                keys.add(DUE + WITHOUT_GROUP);
            } else {
                last = group;
                learners += each.learners();
            }
        }
        if (last != null) {
            keys.add(DUE + (after == null ? "" : after) + ":" + last);
        }
        return keys;
    }

    private Moment moment() {
        Instant now = clock.instant();
        return new Moment(now, LocalDate.ofInstant(now, ZONE), rules.inForce());
    }
}
