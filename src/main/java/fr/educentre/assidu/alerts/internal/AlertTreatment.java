package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.alerts.Alerts.AlertResolved;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do about an alert of a learner who is theirs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AlertTreatment {

    private final AlertStore table;
    private final CurrentActor actor;
    private final Ownership ownership;
    private final ActorJournal journal;
    private final ApplicationEventPublisher events;
    private final AlertMetrics metrics;
    private final Clock clock;

    AlertTreatment(
            AlertStore table,
            CurrentActor actor,
            Ownership ownership,
            ActorJournal journal,
            ApplicationEventPublisher events,
            AlertMetrics metrics,
            Clock clock) {
        this.table = table;
        this.actor = actor;
        this.ownership = ownership;
        this.journal = journal;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    void acknowledge(UUID alertId) {
        var alert = owned(alertId);
        if (table.acknowledge(alertId, actor.nameOrSystem(), clock.instant())) {
            journal(alert, "alert.acknowledged", actor.nameOrSystem(), Map.of("state", "ACKNOWLEDGED"));
        }
    }

    void resolve(UUID alertId, String by, String note) {
        var alert = owned(alertId);
        if (table.resolve(alertId, StoredAlert.TREATED, by, note, clock.instant())) {
            journal(alert, "alert.resolved", by, Map.of("state", StoredAlert.RESOLVED, "note", note));
            metrics.resolved();
            events.publishEvent(new AlertResolved(alertId, alert.learnerId(), by, true));
        }
    }

    private StoredAlert owned(UUID alertId) {
        var alert = table.find(alertId).orElseThrow(() -> Refusal.notFound("alert"));
        actor.find().ifPresent(who -> ownership.requireLearner(who, alert.learnerId()));
        return alert;
    }

    private void journal(StoredAlert alert, String action, String by, Map<String, ?> after) {
        journal.recordBy(
                by,
                JournalRecord.of(action, "alert", alert.id().toString())
                        .learner(alert.learnerId())
                        .before(Map.of("state", alert.progress().state()))
                        .after(after));
    }
}
