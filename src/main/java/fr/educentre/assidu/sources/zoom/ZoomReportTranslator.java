package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Translates pages of the report into intervals, which replace the events of webhooks on the same connections. */
@Component
class ZoomReportTranslator {

    private final ZoomSessions sessions;
    private final ZoomEvidenceFactory traces;
    private final ZoomCompletionPolicy ends;
    private final Deliveries deliveries;

    ZoomReportTranslator(
            ZoomSessions sessions, ZoomEvidenceFactory traces, ZoomCompletionPolicy ends, Deliveries deliveries) {
        this.sessions = sessions;
        this.traces = traces;
        this.ends = ends;
        this.deliveries = deliveries;
    }

    DeliveryTranslation translate(Delivery delivery) {
        ReportPageDelivery kept = ReportPageDelivery.of(delivery);
        Optional<ZoomReportPage> page = ZoomReportPage.read(delivery.bytes());
        if (page.isEmpty()) {
            return new DeliveryTranslation.NotUnderstood(
                    Wording.of("connectors.zoom.problem.unreadable", "participants"));
        }
        List<NewTrace> found = new ArrayList<>();
        Instant lost = null;
        for (ZoomReportPage.Row row : page.get().rows()) {
            Optional<SessionInfo> session = session(kept.meeting().number(), row);
            if (session.isPresent()) {
                found.add(traces.reported(kept.meeting(), row, session.get(), delivery.id()));
            } else {
                lost = row.from();
            }
        }
        if (found.isEmpty() && lost != null) {
            return ZoomTranslator.noSession(kept.meeting().number(), lost);
        }
        Set<UUID> complete = complete(kept);
        return found.isEmpty() && complete.isEmpty()
                ? new DeliveryTranslation.Nothing(Wording.of("connectors.zoom.outcome.emptyReport"))
                : new DeliveryTranslation.Traces(found, complete);
    }

    private Optional<SessionInfo> session(String number, ZoomReportPage.Row row) {
        return row.to().isAfter(row.from())
                ? sessions.mostOverlapped(number, new TimeSlot(row.from(), row.to()))
                : sessions.arrival(number, row.from());
    }

    /** Only a report translated from its first page to its last makes anyone absent. */
    private Set<UUID> complete(ReportPageDelivery kept) {
        ReportPageDelivery.Whole whole = kept.whole();
        boolean understood = whole != null
                && whole.earlier().stream()
                        .allMatch(id -> deliveries
                                .find(id)
                                .filter(page -> page.state() == Deliveries.State.PROCESSED)
                                .isPresent());
        return whole != null && understood ? ends.reached(kept.meeting().number(), whole.from(), whole.to()) : Set.of();
    }
}
