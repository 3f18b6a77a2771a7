package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.MeetingSessionResolver;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Translates the events of a web hook. */
@Component
class WebhookTranslator {

    private final WebhookEventParser events = new WebhookEventParser();
    private final MeetingInstanceStore occurrences;
    private final MeetingSessionResolver sessions;
    private final BigBlueButtonSessions held;
    private final BigBlueButtonCompletionPolicy completion;

    WebhookTranslator(
            MeetingInstanceStore occurrences,
            MeetingSessionResolver sessions,
            BigBlueButtonSessions held,
            BigBlueButtonCompletionPolicy completion) {
        this.occurrences = occurrences;
        this.sessions = sessions;
        this.held = held;
        this.completion = completion;
    }

    DeliveryTranslation read(Delivery delivery) {
        List<NewTrace> traces = new ArrayList<>();
        Set<UUID> complete = new HashSet<>();
        for (WebhookEvent event : events.read(delivery.bytes(), delivery.receivedAt())) {
            occurrences.hooked(
                    event.meeting().occurrence(),
                    event.meeting().id(),
                    event.meeting().parent());
            if (event.id().equals(WebhookEventParser.CREATED)) {
                continue;
            }
            Optional<String> parent =
                    occurrences.meetingOfBreakout(event.meeting().occurrence());
            String meetingId = parent.orElse(event.meeting().id());
            Optional<SessionInfo> session = event.id().equals(WebhookEventParser.JOINED)
                    ? sessions.arrival(MeetingProvider.BIGBLUEBUTTON, meetingId, event.at())
                    : sessions.departure(MeetingProvider.BIGBLUEBUTTON, meetingId, event.at());
            if (session.isEmpty()) {
                return held.none(meetingId, new TimeSlot(event.at(), event.at().plusSeconds(1)));
            }
            var told = new BigBlueButtonEvidenceFactory(
                    delivery.id(), Channel.WEBHOOK, meetingId, event.meeting().occurrence());
            traces.add(trace(event, told, session.get(), parent.isPresent()));
            if (event.id().equals(WebhookEventParser.ENDED) && parent.isEmpty()) {
                complete.addAll(completion.ended(meetingId, event.meeting().occurrence(), event.at(), session.get()));
            }
        }
        return traces.isEmpty()
                ? new DeliveryTranslation.Nothing(Wording.of("connectors.bigbluebutton.nothing.otherEvent"))
                : new DeliveryTranslation.Traces(traces, complete);
    }

    private NewTrace trace(
            WebhookEvent event, BigBlueButtonEvidenceFactory told, SessionInfo session, boolean breakout) {
        if (event.id().equals(WebhookEventParser.ENDED)) {
            return told.ended(event.at(), session.id());
        }
        String external =
                breakout ? withoutRoom(event.user().externalId()) : event.user().externalId();
        BigBlueButtonParticipant person =
                BigBlueButtonParticipant.of(external, event.user().internalId(), name(event, external));
        boolean joined = event.id().equals(WebhookEventParser.JOINED);
        return told.event(
                joined ? TraceKind.JOINED : TraceKind.LEFT,
                person,
                event.user().internalId(),
                event.at(),
                session.id(),
                joined ? Map.of("moderator", event.user().moderator()) : Map.of());
    }

    /** A departure has no name: that of the arrival is stored for people without an identifier of ours. */
    private @Nullable String name(WebhookEvent event, String external) {
        if (event.user().name() != null) {
            if (BigBlueButtonParticipant.madeUp(external, event.user().internalId())) {
                occurrences.named(
                        event.meeting().occurrence(),
                        event.user().internalId(),
                        external,
                        event.user().name());
            }
            return event.user().name();
        }
        return occurrences
                .nameOf(event.meeting().occurrence(), event.user().internalId())
                .orElse(null);
    }

    /** In a breakout room the identifier ends with the room's number. */
    private static String withoutRoom(String externalId) {
        return externalId.replaceFirst("-\\d{1,3}$", "");
    }
}
