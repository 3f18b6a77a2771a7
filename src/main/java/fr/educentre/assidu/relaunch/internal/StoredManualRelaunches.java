package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.relaunch.ManualRelaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.relaunch.internal.RelaunchBeginning.About;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.management.LearnerRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
class StoredManualRelaunches implements ManualRelaunches {

    private static final String RESOLVED = "RESOLVED";

    private final RelaunchRepository relaunches;
    private final RelaunchBeginning beginning;
    private final Alerts alerts;
    private final LearnerRecords learners;
    private final ActorJournal journal;
    private final Texts texts;

    StoredManualRelaunches(
            RelaunchRepository relaunches,
            RelaunchBeginning beginning,
            Alerts alerts,
            LearnerRecords learners,
            ActorJournal journal,
            Texts texts) {
        this.relaunches = relaunches;
        this.beginning = beginning;
        this.alerts = alerts;
        this.learners = learners;
        this.journal = journal;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AlertView> startable(UUID learnerId) {
        learners.requireFollowed(learnerId);
        List<UUID> relaunched = relaunches.findByLearnerIdOrderByStartedAtDesc(learnerId).stream()
                .map(Relaunch::alertId)
                .toList();
        return alerts.ofLearner(learnerId).stream()
                .filter(alert -> !RESOLVED.equals(alert.state()) && !relaunched.contains(alert.id()))
                .toList();
    }

    @Override
    public RelaunchView start(UUID alertId, NewRelaunch asked) {
        AlertView alert = alerts.find(alertId).orElseThrow(() -> Refusal.notFound("alert"));
        UUID learner = alert.learner().learnerId();
        learners.requireFollowed(learner);
        check(asked);
        if (relaunches.findByAlertId(alertId).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.already");
        }
        if (!alerts.stillHolds(alertId)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.alertOver");
        }
        if (beginning.saysTheSame(learner, asked.template())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.sameWords");
        }
        Relaunch relaunch = beginning.begin(
                new About(alertId, learner, asked.template(), asked.thenAfterWorkingDays(), missed(alert)));
        journal.record(
                JournalRecord.of("relaunch.started", "relaunch", relaunch.id().toString())
                        .learner(learner)
                        .after(Map.of(
                                "alert",
                                alertId.toString(),
                                "template",
                                asked.template(),
                                "reason",
                                WrittenText.line(asked.reason()))));
        return relaunch.view(texts);
    }

    private static List<UUID> missed(AlertView alert) {
        return alert.finding().facts().get("sessions") instanceof Collection<?> ids
                ? ids.stream().map(id -> UUID.fromString(id.toString())).toList()
                : List.of();
    }

    private static void check(NewRelaunch asked) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!TEMPLATES.contains(asked.template())) {
            problems.add(new FieldProblem("template", "check.relaunch.template"));
        }
        if (asked.thenAfterWorkingDays() < 0 || asked.thenAfterWorkingDays() > LONGEST_WAIT) {
            problems.add(new FieldProblem("thenAfterWorkingDays", "check.relaunch.wait", LONGEST_WAIT));
        }
        RelaunchReason.check(asked.reason(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }
}
