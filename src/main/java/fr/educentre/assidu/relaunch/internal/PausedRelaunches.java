package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Relaunches that were put off: their process stands still, timers and all, until they go on. */
@Component
class PausedRelaunches implements DurableJobHandler<PausedRelaunches.GoingOn> {

    private static final DurableJobType<GoingOn> TYPE = DurableJobType.of(
            "relaunch.resume", GoingOn.class, going -> going.relaunch().toString());

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final RelaunchRepository relaunches;
    private final RuntimeService processes;
    private final DurableJobs jobs;

    PausedRelaunches(RelaunchRepository relaunches, RuntimeService processes, DurableJobs jobs) {
        this.relaunches = relaunches;
        this.processes = processes;
        this.jobs = jobs;
    }

    /** Which one goes on by itself on which day, unless another day was said since. */
    record GoingOn(UUID relaunch, LocalDate on) {}

    void pause(Relaunch relaunch, @Nullable LocalDate until) {
        relaunch.pause(until);
        ProcessInstance running = process(relaunch);
        if (running != null) {
            processes.suspendProcessInstanceById(running.getId());
        }
        if (until != null) {
            Instant morning = until.atTime(MORNING).atZone(CENTRE).toInstant();
            jobs.submitAt(TYPE, new GoingOn(relaunch.id(), until), morning);
        }
    }

    void resume(Relaunch relaunch) {
        relaunch.resume();
        ProcessInstance still = process(relaunch);
        if (still != null) {
            processes.activateProcessInstanceById(still.getId());
        }
    }

    private @Nullable ProcessInstance process(Relaunch relaunch) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(RelaunchStarter.key(relaunch.alertId()), RelaunchStarter.PROCESS)
                .singleResult();
    }

    @Override
    public DurableJobType<GoingOn> type() {
        return TYPE;
    }

    @Override
    public void run(GoingOn going) {
        relaunches
                .findById(going.relaunch())
                .filter(relaunch -> relaunch.isPausedUntil(going.on()))
                .ifPresent(this::resume);
    }
}
