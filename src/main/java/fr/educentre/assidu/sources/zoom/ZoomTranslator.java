package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.DeliveryTranslator;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Zoom's deliveries: its webhooks, and the pages of the report we asked for. */
@Component
class ZoomTranslator implements DeliveryTranslator {

    static final String CONNECTOR = "zoom";

    private final ZoomEventParser reader = new ZoomEventParser();
    private final ZoomSessions sessions;
    private final ZoomEvidenceFactory traces;
    private final ZoomCompletionPolicy ends;
    private final ZoomMeetingInstanceStore instances;
    private final ZoomReportSchedule plan;
    private final ZoomReportTranslator reports;

    ZoomTranslator(
            ZoomSessions sessions,
            ZoomEvidenceFactory traces,
            ZoomCompletionPolicy ends,
            ZoomMeetingInstanceStore instances,
            ZoomReportSchedule plan,
            ZoomReportTranslator reports) {
        this.sessions = sessions;
        this.traces = traces;
        this.ends = ends;
        this.instances = instances;
        this.plan = plan;
        this.reports = reports;
    }

    @Override
    public String connector() {
        return CONNECTOR;
    }

    @Override
    public DeliveryTranslation translate(Delivery delivery) {
        if (ReportPageDelivery.isOne(delivery)) {
            return reports.translate(delivery);
        }
        return switch (reader.read(delivery.bytes())) {
            case ZoomEvent.Came came ->
                translation(
                        sessions.arrival(came.meeting().number(), came.at()),
                        came.meeting(),
                        came.at(),
                        session -> traces.came(came, session, delivery.id()));
            case ZoomEvent.Went went ->
                translation(
                        sessions.departure(went.meeting().number(), went.at()),
                        went.meeting(),
                        went.at(),
                        session -> traces.went(went, session, delivery.id()));
            case ZoomEvent.Waited waited ->
                translation(
                        sessions.arrival(waited.meeting().number(), waited.at()),
                        waited.meeting(),
                        waited.at(),
                        session -> traces.waited(waited, session, delivery.id()));
            case ZoomEvent.Ended ended -> ended(ended, delivery);
            case ZoomEvent.Other other ->
                new DeliveryTranslation.Nothing(Wording.of("connectors.zoom.outcome.noPresence", other.type()));
            case ZoomEvent.Unreadable unreadable ->
                new DeliveryTranslation.NotUnderstood(
                        Wording.of("connectors.zoom.problem.unreadable", unreadable.missing()));
        };
    }

    private DeliveryTranslation translation(
            Optional<SessionInfo> session,
            ZoomEvent.Meeting meeting,
            Instant at,
            Function<SessionInfo, NewTrace> trace) {
        return session.<DeliveryTranslation>map(found -> DeliveryTranslation.Traces.of(List.of(trace.apply(found))))
                .orElseGet(() -> noSession(meeting.number(), at));
    }

    private DeliveryTranslation ended(ZoomEvent.Ended ended, Delivery delivery) {
        instances.ended(ended.meeting(), ended.startedAt(), ended.at());
        Optional<SessionInfo> session = sessions.departure(ended.meeting().number(), ended.at());
        if (session.isEmpty()) {
            return noSession(ended.meeting().number(), ended.at());
        }
        plan.after(ended);
        return new DeliveryTranslation.Traces(
                List.of(traces.ended(ended, session.get(), delivery.id())), ends.ended(ended, session.get()));
    }

    static DeliveryTranslation noSession(String number, Instant at) {
        return new DeliveryTranslation.NotUnderstood(Wording.of("connectors.zoom.problem.noSession", number, at));
    }
}
