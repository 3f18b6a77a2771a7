package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.rules.RuleMatch.CreateTask;
import fr.educentre.assidu.training.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts {@code processes/rule-task.bpmn}: what a rule asks a person to do waits in the task list. */
@Component
class RuleTasks {

    static final String TITLE = "title";

    /** The title where it is for referent and quality manager alone; processes do not show it. */
    static final String RESERVED_TITLE = "reservedTitle";

    static final String ALERT = "alertId";
    static final String LEARNER = "learnerId";

    private static final String PROCESS = "rule-task";
    private static final int PROPOSAL_DAYS = 3;

    private final RuntimeService processes;
    private final Recipients recipients;
    private final Clock clock;

    RuleTasks(RuntimeService processes, Recipients recipients, Clock clock) {
        this.processes = processes;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** What is to be decided. */
    enum What {
        TASK,
        CATCH_UP,
        FUNDER_NOTICE
    }

    void create(AlertRaised alert, CreateTask task) {
        String candidates = switch (task.role()) {
            case "REFERENT" -> recipients.referentGroups(alert.learnerId());
            case "TRAINER" ->
                recipients
                        .trainerOfLast(alert.learnerId(), alert.sessions())
                        .map(trainer -> "person:" + trainer.id())
                        .orElse("role:QUALITY_MANAGER");
            default -> "role:QUALITY_MANAGER";
        };
        start(What.TASK, alert, task.title(), candidates, task.withinWorkingDays());
    }

    void proposeCatchUp(AlertRaised alert) {
        start(What.CATCH_UP, alert, "", recipients.referentGroups(alert.learnerId()), PROPOSAL_DAYS);
    }

    void proposeFunderNotice(AlertRaised alert) {
        start(What.FUNDER_NOTICE, alert, "", "role:QUALITY_MANAGER", PROPOSAL_DAYS);
    }

    private void start(What what, AlertRaised alert, String title, String candidates, int workingDays) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("kind", what.name());
        variables.put(ALERT, alert.alertId().toString());
        variables.put(LEARNER, alert.learnerId().toString());
        variables.put(alert.reserved() ? RESERVED_TITLE : TITLE, title);
        variables.put("candidates", candidates);
        variables.put("dueAt", due(alert.learnerId(), workingDays));
        String words = alert.reserved()
                ? UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).toString()
                : title;
        String key = "rule-task:" + alert.alertId() + ":" + what + (title.isEmpty() ? "" : ":" + words);
        processes.startProcessInstanceByKey(PROCESS, key, variables);
    }

    private java.util.@Nullable Date due(UUID learner, int workingDays) {
        if (workingDays == 0) {
            return null;
        }
        WorkingDays days = recipients.workingDays(learner);
        return java.util.Date.from(days.endOfWorkingDay(days.plus(clock.instant(), workingDays)));
    }
}
