package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleMatch.Action;
import fr.educentre.assidu.rules.RuleMatch.AddNote;
import fr.educentre.assidu.rules.RuleMatch.AlertEmployer;
import fr.educentre.assidu.rules.RuleMatch.AlertQuality;
import fr.educentre.assidu.rules.RuleMatch.AlertReferent;
import fr.educentre.assidu.rules.RuleMatch.AlertTrainer;
import fr.educentre.assidu.rules.RuleMatch.CreateTask;
import fr.educentre.assidu.rules.RuleMatch.FlagAtRisk;
import fr.educentre.assidu.rules.RuleMatch.ProposeCatchUp;
import fr.educentre.assidu.rules.RuleMatch.ProposeFunderNotice;
import fr.educentre.assidu.rules.RuleMatch.RelaunchLearner;
import fr.educentre.assidu.rules.RuleMatch.RequireSignature;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what the rule of a raised alert asks for, in the transaction that raises it. */
@Component
class RelaunchStarter {

    static final String PROCESS = "relaunch";

    private final RelaunchRepository relaunches;
    private final RuntimeService processes;
    private final Sessions sessions;
    private final StaffMessages staff;
    private final RuleTasks tasks;
    private final Recipients recipients;
    private final Journal journal;
    private final Clock clock;

    RelaunchStarter(
            RelaunchRepository relaunches,
            RuntimeService processes,
            Sessions sessions,
            StaffMessages staff,
            RuleTasks tasks,
            Recipients recipients,
            Journal journal,
            Clock clock) {
        this.relaunches = relaunches;
        this.processes = processes;
        this.sessions = sessions;
        this.staff = staff;
        this.tasks = tasks;
        this.recipients = recipients;
        this.journal = journal;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(AlertRaised alert) {
        for (Action action : alert.actions()) {
            switch (action) {
                case RelaunchLearner relaunch -> start(alert, relaunch);
                case AlertReferent ignored -> staff.tellReferent(alert);
                case AlertTrainer ignored -> staff.tellTrainer(alert);
                case AlertQuality ignored -> staff.tellQuality(alert);
                case AlertEmployer ignored -> staff.tellEmployer(alert);
                case RequireSignature ignored -> staff.askForSignatures(alert);
                case CreateTask task -> tasks.create(alert, task);
                case ProposeCatchUp ignored -> tasks.proposeCatchUp(alert);
                case ProposeFunderNotice ignored -> tasks.proposeFunderNotice(alert);
                case AddNote note -> noted(alert, note);
                case FlagAtRisk ignored -> {} // shown by alerts
            }
        }
    }

    /** Shown with the alert; kept in the journal of the learner too. */
    private void noted(AlertRaised alert, AddNote note) {
        journal.record(
                JournalRecord.of("learner.noted", "alert", alert.alertId().toString())
                        .by("Assidu")
                        .learner(alert.learnerId())
                        .after(
                                alert.reserved()
                                        ? Map.of("rule", alert.ruleName())
                                        : Map.of("note", note.text(), "rule", alert.ruleName())));
    }

    static String key(UUID alertId) {
        return "relaunch:" + alertId;
    }

    private void start(AlertRaised alert, RelaunchLearner action) {
        if (relaunches.findByAlertId(alert.alertId()).isPresent()) {
            return;
        }
        if (relaunches.open(List.of(alert.learnerId())).stream()
                .anyMatch(one -> one.templateKey().equals(action.template()))) {
            // The same words once more would tell the learner nothing.
            journal.record(JournalRecord.of(
                            "relaunch.alreadyRunning", "alert", alert.alertId().toString())
                    .by("Assidu")
                    .learner(alert.learnerId())
                    .after(Map.of("template", action.template(), "rule", alert.ruleName())));
            return;
        }
        Instant missedUntil = sessions.byIds(alert.sessions()).values().stream()
                .map(SessionInfo::startsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Relaunch relaunch = relaunches.saveAndFlush(
                new Relaunch(alert.alertId(), alert.learnerId(), action.template(), missedUntil, clock.instant()));
        processes.startProcessInstanceByKey(
                PROCESS,
                key(alert.alertId()),
                Map.of(
                        "relaunchId", relaunch.id().toString(),
                        "alertId", alert.alertId().toString(),
                        "learnerId", alert.learnerId().toString(),
                        "workingDays", String.valueOf(action.thenAfterWorkingDays()),
                        "referentGroups", recipients.referentGroups(alert.learnerId())));
        journal.record(
                JournalRecord.of("relaunch.started", "relaunch", relaunch.id().toString())
                        .by("Assidu")
                        .learner(alert.learnerId())
                        .after(Map.of("alert", alert.alertId().toString(), "rule", alert.ruleName())));
    }
}
