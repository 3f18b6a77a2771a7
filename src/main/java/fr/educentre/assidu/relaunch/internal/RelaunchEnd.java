package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertResolved;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The relaunch of an alert that is over ends with it, and so does the task it had come to, in whichever version of the process
 * it began. The process itself is ended by a job of its own: one that is at work at that moment disturbs nobody's decision.
 */
@Component
class RelaunchEnd implements DurableJobHandler<RelaunchEnd.Ending> {

    private static final DurableJobType<Ending> TYPE = DurableJobType.of(
            "relaunch.end", Ending.class, ending -> ending.alert().toString());

    private static final String WHY = "alert resolved";

    private final RelaunchRepository relaunches;
    private final ReturnDetector learnerReturn;
    private final LearnerMessages messages;
    private final RuntimeService processes;
    private final DurableJobs jobs;
    private final Clock clock;

    RelaunchEnd(
            RelaunchRepository relaunches,
            ReturnDetector learnerReturn,
            LearnerMessages messages,
            RuntimeService processes,
            DurableJobs jobs,
            Clock clock) {
        this.relaunches = relaunches;
        this.learnerReturn = learnerReturn;
        this.messages = messages;
        this.processes = processes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Of which alert the relaunch ends. */
    record Ending(UUID alert) {}

    @EventListener
    @Transactional
    void on(AlertResolved alert) {
        relaunches
                .findByAlertId(alert.alertId())
                .filter(alert.dealtWith() ? Relaunch::open : Relaunch::waitsForReferent)
                .ifPresent(relaunch -> end(relaunch, alert));
    }

    /** As long as mails are still to come, the process looks at the facts before each by itself. */
    private void end(Relaunch relaunch, AlertResolved alert) {
        if (alert.dealtWith()) {
            end(relaunch, Relaunch.State.ENDED, Wording.of("relaunch.end.treated", alert.by()));
        } else if (learnerReturn.happened(relaunch)) {
            end(relaunch, Relaunch.State.RETURNED, Wording.of("relaunch.end.returned"));
        } else {
            end(relaunch, Relaunch.State.FACTS_CHANGED, Wording.of("relaunch.end.factsChanged"));
        }
    }

    /** What has not left does not leave any more. */
    void end(Relaunch relaunch, Relaunch.State how, Wording why) {
        messages.stop(relaunch);
        relaunch.end(how, why, clock.instant());
        jobs.submit(TYPE, new Ending(relaunch.alertId()));
    }

    @Override
    public DurableJobType<Ending> type() {
        return TYPE;
    }

    @Override
    public void run(Ending ending) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(RelaunchStarter.key(ending.alert()), RelaunchStarter.PROCESS)
                .list()
                .forEach(instance -> processes.deleteProcessInstance(instance.getId(), WHY));
    }
}
