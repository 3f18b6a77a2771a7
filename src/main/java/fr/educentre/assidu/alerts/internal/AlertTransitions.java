package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.alerts.Alerts.AlertResolved;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleMatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Raises alerts and resolves them as the rules have it; each is said once, by the transaction that wrote it. */
@Component
class AlertTransitions {

    private static final String SYSTEM = "Assidu";

    private final AlertStore table;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final AlertMetrics metrics;

    AlertTransitions(AlertStore table, Journal journal, ApplicationEventPublisher events, AlertMetrics metrics) {
        this.table = table;
        this.journal = journal;
        this.events = events;
        this.metrics = metrics;
    }

    void raise(List<NewAlert> fresh, Instant now) {
        var written = table.raise(fresh, now);
        for (NewAlert alert : fresh) {
            if (written.contains(alert.id())) {
                tell(alert);
            }
        }
    }

    private void tell(NewAlert alert) {
        RuleMatch firing = alert.firing();
        journal.record(JournalRecord.of("alert.raised", "alert", alert.id().toString())
                .by(SYSTEM)
                .learner(firing.learnerId())
                .after(Map.of(
                        "rule", firing.rule().name(),
                        "version", firing.rule().version(),
                        "why", firing.why().french(),
                        "actions", alert.actions())));
        metrics.raised();
        events.publishEvent(new AlertRaised(
                alert.id(),
                firing.learnerId(),
                firing.rule().name(),
                firing.why(),
                firing.sessions(),
                firing.actions()));
    }

    void resolve(StoredAlert alert, Instant now) {
        if (table.resolve(alert.id(), StoredAlert.NO_LONGER_FIRES, SYSTEM, "", now)) {
            journal.record(
                    JournalRecord.of("alert.resolved", "alert", alert.id().toString())
                            .by(SYSTEM)
                            .learner(alert.learnerId())
                            .before(Map.of("state", alert.progress().state()))
                            .after(Map.of("state", StoredAlert.RESOLVED, "reason", StoredAlert.NO_LONGER_FIRES)));
            metrics.resolved();
            events.publishEvent(new AlertResolved(alert.id(), alert.learnerId(), SYSTEM, false));
        }
    }
}
