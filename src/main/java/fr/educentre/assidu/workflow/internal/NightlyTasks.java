package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looked at every hour rather than at one time of the day: whatever the zone of the machine, on the days when clocks
 * change, and after a night when nothing ran, each task gets its job once a day.
 */
@Component("nightlyTasks")
class NightlyTasks implements JavaDelegate, DurableJobHandler<NightlyTasks.Tonight> {

    private static final LocalTime AT = LocalTime.of(2, 30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final DurableJobType<Tonight> TYPE = DurableJobType.of(
                    "workflow.nightly", Tonight.class, tonight -> tonight.task() + "/" + tonight.day())
            .readingEarlier((key, task) -> new Tonight(task, LocalDate.parse(key.substring(task.length() + 1))));

    private final ObjectProvider<NightlyTask> tasks;
    private final DurableJobs jobs;
    private final HistoryService history;
    private final Clock clock;
    private final boolean enabled;

    NightlyTasks(
            ObjectProvider<NightlyTask> tasks,
            DurableJobs jobs,
            HistoryService history,
            Clock clock,
            @Value("${assidu.nightly.enabled:true}") boolean enabled) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.history = history;
        this.clock = clock;
        this.enabled = enabled;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        LocalDate day = now.toLocalDate();
        if (enabled && !now.isBefore(day.atTime(AT).atZone(ZONE))) {
            tasks.forEach(task -> submit(new Tonight(task.name(), day)));
        }
    }

    /** One task, once a day. */
    record Tonight(String task, LocalDate day) {}

    private void submit(Tonight tonight) {
        boolean doneOrWaiting = history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(ProcessJobs.businessKey(TYPE, tonight))
                        .count()
                > 0;
        if (!doneOrWaiting) {
            jobs.submit(TYPE, tonight);
        }
    }

    @Override
    public DurableJobType<Tonight> type() {
        return TYPE;
    }

    @Override
    public void run(Tonight tonight) {
        tasks.stream().filter(task -> task.name().equals(tonight.task())).forEach(NightlyTask::run);
    }
}
