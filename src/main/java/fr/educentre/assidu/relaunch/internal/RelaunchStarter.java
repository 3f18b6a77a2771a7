package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.relaunch.internal.RelaunchBeginning.About;
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
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what the rule of a raised alert asks for, in the transaction that raises it. */
@Component
class RelaunchStarter {

    static final String PROCESS = "relaunch";

    private final RelaunchRepository relaunches;
    private final RelaunchBeginning beginning;
    private final StaffMessages staff;
    private final RuleTasks tasks;
    private final Journal journal;

    RelaunchStarter(
            RelaunchRepository relaunches,
            RelaunchBeginning beginning,
            StaffMessages staff,
            RuleTasks tasks,
            Journal journal) {
        this.relaunches = relaunches;
        this.beginning = beginning;
        this.staff = staff;
        this.tasks = tasks;
        this.journal = journal;
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
        if (beginning.saysTheSame(alert.learnerId(), action.template())) {
            journal.record(JournalRecord.of(
                            "relaunch.alreadyRunning", "alert", alert.alertId().toString())
                    .by("Assidu")
                    .learner(alert.learnerId())
                    .after(Map.of("template", action.template(), "rule", alert.ruleName())));
            return;
        }
        Relaunch relaunch = beginning.begin(new About(
                alert.alertId(),
                alert.learnerId(),
                action.template(),
                action.thenAfterWorkingDays(),
                alert.sessions()));
        journal.record(
                JournalRecord.of("relaunch.started", "relaunch", relaunch.id().toString())
                        .by("Assidu")
                        .learner(alert.learnerId())
                        .after(Map.of("alert", alert.alertId().toString(), "rule", alert.ruleName())));
    }
}
