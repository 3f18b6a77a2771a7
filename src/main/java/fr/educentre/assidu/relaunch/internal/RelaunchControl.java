package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.AccountPeople;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people do to the process of a relaunch. One that was put off stands still, timers and all, until it goes on; one whose
 * mails are left out goes straight to the referent.
 */
@Component
class RelaunchControl implements DurableJobHandler<RelaunchControl.GoingOn> {

    private static final DurableJobType<GoingOn> TYPE = DurableJobType.of(
            "relaunch.resume", GoingOn.class, going -> going.relaunch().toString());

    /** Where it waits between two mails. */
    private static final List<String> WAITS = List.of("delai_premier", "delai_second");

    private static final String FOLLOW_UP_CHECK = "verifier_avant_suite";
    private static final String FOLLOW_UP = "relance-suite-referent";

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final RelaunchRepository relaunches;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final AccountPeople people;
    private final DurableJobs jobs;

    RelaunchControl(
            RelaunchRepository relaunches,
            RuntimeService processes,
            TaskService tasks,
            AccountPeople people,
            DurableJobs jobs) {
        this.relaunches = relaunches;
        this.processes = processes;
        this.tasks = tasks;
        this.people = people;
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

    /** The facts are looked at first, as they would have been. @throws Refusal CONFLICT where no mail is waited for */
    void skip(Relaunch relaunch) {
        ProcessInstance running = process(relaunch);
        String wait = running == null
                ? null
                : processes.getActiveActivityIds(running.getId()).stream()
                        .filter(WAITS::contains)
                        .findFirst()
                        .orElse(null);
        if (running == null || wait == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.notRunning");
        }
        processes
                .createProcessInstanceModification(running.getId())
                .cancelAllForActivity(wait)
                .startBeforeActivity(FOLLOW_UP_CHECK)
                .execute();
    }

    /** Its task is that referent's, now or once it comes. @throws InvalidContent for who is no referent of the centre */
    void handOver(Relaunch relaunch, @Nullable UUID referent) {
        if (referent == null || !people.exists(Role.REFERENT, referent)) {
            throw new InvalidContent("to", "check.relaunch.to");
        }
        ProcessInstance running = process(relaunch);
        if (running == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.over");
        }
        String group = "person:" + referent;
        processes.setVariable(running.getId(), "referentGroups", group);
        tasks.createTaskQuery().processInstanceId(running.getId()).taskDefinitionKey(FOLLOW_UP).list().stream()
                .map(Task::getId)
                .forEach(task -> {
                    tasks.getIdentityLinksForTask(task).stream()
                            .map(IdentityLink::getGroupId)
                            .filter(Objects::nonNull)
                            .forEach(before -> tasks.deleteCandidateGroup(task, before));
                    tasks.addCandidateGroup(task, group);
                });
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
