package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.alerts.Alerts.AlertResolved;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.Texts;
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
    private final Texts texts;
    private final AlertMetrics metrics;

    AlertTransitions(
            AlertStore table, Journal journal, ApplicationEventPublisher events, Texts texts, AlertMetrics metrics) {
        this.texts = texts;
        this.table = table;
        this.journal = journal;
        this.events = events;
        this.metrics = metrics;
    }

    void raise(List<NewAlert> found, Instant now) {
        List<NewAlert> fresh = found.stream()
                .map(alert -> alert.aboutHealth(!alert.firing().rule().reasons().isEmpty()))
                .toList();
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
                        "rule",
                                alert.aboutHealth()
                                        ? firing.rule().id().toString()
                                        : firing.rule().name(),
                        "version", firing.rule().version(),
                        "why", alert.aboutHealth() ? "" : firing.why().french(),
                        "actions",
                                alert.aboutHealth()
                                        ? alert.actions().stream()
                                                .map(ActionCode::withoutWords)
                                                .toList()
                                        : alert.actions())));
        metrics.raised();
        events.publishEvent(new AlertRaised(
                alert.id(),
                firing.learnerId(),
                alert.aboutHealth()
                        ? texts.in(Texts.FRENCH, ReservedWords.RULE)
                        : firing.rule().name(),
                alert.aboutHealth() ? ReservedWords.WHY : firing.why(),
                firing.sessions(),
                firing.actions(),
                alert.aboutHealth()));
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
