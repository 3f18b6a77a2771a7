package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.shell.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@code processes/relaunch.bpmn}. The facts are looked at again in the transaction that sends. */
@Component("relaunchSteps")
@Transactional
@SystemOnly
public class RelaunchSteps {

    private static final String NEXT = "next";
    private static final String SEND = "SEND";
    private static final String ESCALATE = "ESCALATE";
    private static final String STOP = "STOP";

    private final RelaunchRepository relaunches;
    private final Alerts alerts;
    private final ReturnDetector learnerReturn;
    private final LearnerMessages messages;
    private final Recipients recipients;
    private final RelaunchSettings settings;
    private final Clock clock;

    RelaunchSteps(
            RelaunchRepository relaunches,
            Alerts alerts,
            ReturnDetector learnerReturn,
            LearnerMessages messages,
            Recipients recipients,
            RelaunchSettings settings,
            Clock clock) {
        this.relaunches = relaunches;
        this.alerts = alerts;
        this.learnerReturn = learnerReturn;
        this.messages = messages;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
    }

    public void checkFirst(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        if (factsChanged(relaunch)) {
            execution.setVariable(NEXT, STOP);
        } else if (alreadyNotified(relaunch)) {
            relaunch.end(Relaunch.State.ENDED, Wording.of("relaunch.end.another"), clock.instant());
            execution.setVariable(NEXT, STOP);
        } else {
            execution.setVariable(NEXT, SEND);
        }
    }

    public void sendFirst(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        messages.send(relaunch, "first");
        relaunch.firstSent(clock.instant());
        waitFor(
                execution,
                relaunch,
                workingDays(execution) == 0 ? settings.escalationWorkingDays() : workingDays(execution));
    }

    public void checkSecond(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        if (over(relaunch)) {
            execution.setVariable(NEXT, STOP);
        } else if (workingDays(execution) == 0) {
            relaunch.escalated();
            execution.setVariable(NEXT, ESCALATE);
        } else {
            execution.setVariable(NEXT, SEND);
        }
    }

    public void sendSecond(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        messages.send(relaunch, "second");
        relaunch.secondSent(clock.instant());
        waitFor(execution, relaunch, workingDays(execution));
    }

    public void checkEscalation(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        if (over(relaunch)) {
            execution.setVariable(NEXT, STOP);
        } else {
            relaunch.escalated();
            execution.setVariable(NEXT, ESCALATE);
        }
    }

    public void returned(DelegateExecution execution) {
        Relaunch relaunch = relaunch(execution);
        messages.stop(relaunch);
        relaunch.end(Relaunch.State.RETURNED, Wording.of("relaunch.end.returned"), clock.instant());
    }

    private boolean over(Relaunch relaunch) {
        if (learnerReturn.happened(relaunch)) {
            relaunch.end(Relaunch.State.RETURNED, Wording.of("relaunch.end.returned"), clock.instant());
            return true;
        }
        return factsChanged(relaunch);
    }

    private boolean factsChanged(Relaunch relaunch) {
        if (alerts.stillHolds(relaunch.alertId())) {
            return false;
        }
        relaunch.end(Relaunch.State.FACTS_CHANGED, Wording.of("relaunch.end.factsChanged"), clock.instant());
        return true;
    }

    /** Two rules may ask for the same mail at the same moment: the learner gets it once. */
    private boolean alreadyNotified(Relaunch relaunch) {
        return relaunches.open(List.of(relaunch.learnerId())).stream()
                .anyMatch(other -> !other.id().equals(relaunch.id())
                        && other.firstSentAt() != null
                        && other.templateKey().equals(relaunch.templateKey()));
    }

    private void waitFor(DelegateExecution execution, Relaunch relaunch, int workingDays) {
        Instant now = clock.instant();
        Duration delay = settings.delay();
        Instant next =
                delay == null ? recipients.workingDays(relaunch.learnerId()).plus(now, workingDays) : now.plus(delay);
        execution.setVariable(
                "nextAt", next.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString());
    }

    private static int workingDays(DelegateExecution execution) {
        return Integer.parseInt(String.valueOf(execution.getVariable("workingDays")));
    }

    private Relaunch relaunch(DelegateExecution execution) {
        return relaunches
                .findById(UUID.fromString(String.valueOf(execution.getVariable("relaunchId"))))
                .orElseThrow();
    }
}
