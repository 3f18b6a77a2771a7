package fr.educentre.assidu.connectors.zoom;

import fr.educentre.assidu.connectors.intake.Translation;
import fr.educentre.assidu.connectors.intake.Translator;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Zoom's deliveries: its webhooks, and the pages of the report we asked for. */
@Component
class ZoomTranslator implements Translator {

    static final String CONNECTOR = "zoom";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final ZoomEventReader reader = new ZoomEventReader();
    private final ZoomSessions sessions;
    private final ZoomTraces traces;
    private final MeetingEnds ends;
    private final Instances instances;
    private final ReportPlan plan;
    private final ReportTranslation reports;
    private final Texts texts;

    ZoomTranslator(
            ZoomSessions sessions,
            ZoomTraces traces,
            MeetingEnds ends,
            Instances instances,
            ReportPlan plan,
            ReportTranslation reports,
            Texts texts) {
        this.sessions = sessions;
        this.traces = traces;
        this.ends = ends;
        this.instances = instances;
        this.plan = plan;
        this.reports = reports;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return CONNECTOR;
    }

    @Override
    public Translation translate(Delivery delivery) {
        if (KeptPage.isOne(delivery)) {
            return reports.translate(delivery);
        }
        return switch (reader.read(delivery.bytes())) {
            case ZoomEvent.Came came ->
                told(
                        sessions.arrival(came.meeting().number(), came.at()),
                        came.meeting(),
                        came.at(),
                        session -> traces.came(came, session, delivery.id()));
            case ZoomEvent.Went went ->
                told(
                        sessions.departure(went.meeting().number(), went.at()),
                        went.meeting(),
                        went.at(),
                        session -> traces.went(went, session, delivery.id()));
            case ZoomEvent.Ended ended -> ended(ended, delivery);
            case ZoomEvent.Other other ->
                new Translation.Nothing(texts.in(Texts.FRENCH, "connectors.zoom.outcome.noPresence", other.type()));
            case ZoomEvent.Unreadable unreadable ->
                new Translation.NotUnderstood(
                        texts.in(Texts.FRENCH, "connectors.zoom.problem.unreadable", unreadable.missing()));
        };
    }

    private Translation told(
            Optional<SessionInfo> session,
            ZoomEvent.Meeting meeting,
            Instant at,
            Function<SessionInfo, NewTrace> trace) {
        return session.<Translation>map(found -> Translation.Traces.of(List.of(trace.apply(found))))
                .orElseGet(() -> noSession(texts, meeting.number(), at));
    }

    private Translation ended(ZoomEvent.Ended ended, Delivery delivery) {
        instances.ended(ended.meeting(), ended.startedAt(), ended.at());
        Optional<SessionInfo> session = sessions.departure(ended.meeting().number(), ended.at());
        if (session.isEmpty()) {
            return noSession(texts, ended.meeting().number(), ended.at());
        }
        plan.after(ended);
        return new Translation.Traces(
                List.of(traces.ended(ended, session.get(), delivery.id())), ends.complete(ended, session.get()));
    }

    static Translation noSession(Texts texts, String number, Instant at) {
        return new Translation.NotUnderstood(
                texts.in(Texts.FRENCH, "connectors.zoom.problem.noSession", number, MOMENT.format(at)));
    }
}
