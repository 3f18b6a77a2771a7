package fr.educentre.assidu.connectors.bigbluebutton;

import fr.educentre.assidu.connectors.intake.SessionOfMeeting;
import fr.educentre.assidu.connectors.intake.Translation;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.Texts;
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

/** A web hook's delivery as traces. */
@Component
class HookReading {

    private final HookEvents events = new HookEvents();
    private final Occurrences occurrences;
    private final SessionOfMeeting sessions;
    private final HeldSessions held;
    private final Completion completion;
    private final Texts texts;

    HookReading(
            Occurrences occurrences, SessionOfMeeting sessions, HeldSessions held, Completion completion, Texts texts) {
        this.occurrences = occurrences;
        this.sessions = sessions;
        this.held = held;
        this.completion = completion;
        this.texts = texts;
    }

    Translation read(Delivery delivery) {
        List<NewTrace> traces = new ArrayList<>();
        Set<UUID> complete = new HashSet<>();
        for (HookEvent event : events.read(delivery.bytes(), delivery.receivedAt())) {
            occurrences.hooked(event.occurrence(), event.meetingId(), event.parent());
            if (event.id().equals(HookEvents.CREATED)) {
                continue;
            }
            Optional<String> parent = occurrences.meetingOfBreakout(event.occurrence());
            String meetingId = parent.orElse(event.meetingId());
            Optional<SessionInfo> session = event.id().equals(HookEvents.JOINED)
                    ? sessions.arrival(MeetingProvider.BIGBLUEBUTTON, meetingId, event.at())
                    : sessions.departure(MeetingProvider.BIGBLUEBUTTON, meetingId, event.at());
            if (session.isEmpty()) {
                return held.none(meetingId, new TimeSlot(event.at(), event.at().plusSeconds(1)));
            }
            var told = new Told(delivery.id(), Channel.WEBHOOK, meetingId, event.occurrence());
            traces.add(trace(event, told, session.get(), parent.isPresent()));
            if (event.id().equals(HookEvents.ENDED) && parent.isEmpty()) {
                complete.addAll(completion.ended(meetingId, event.occurrence(), event.at(), session.get()));
            }
        }
        return traces.isEmpty()
                ? new Translation.Nothing(texts.in(Texts.FRENCH, "connectors.bigbluebutton.nothing.otherEvent"))
                : new Translation.Traces(traces, complete);
    }

    private NewTrace trace(HookEvent event, Told told, SessionInfo session, boolean breakout) {
        if (event.id().equals(HookEvents.ENDED)) {
            return told.ended(event.at(), session.id());
        }
        String external = breakout ? withoutRoom(event.userExternalId()) : event.userExternalId();
        Person person = Person.of(external, event.userInternalId(), name(event, external));
        boolean joined = event.id().equals(HookEvents.JOINED);
        return told.event(
                joined ? TraceKind.JOINED : TraceKind.LEFT,
                person,
                event.userInternalId(),
                event.at(),
                session.id(),
                joined ? Map.of("moderator", event.moderator()) : Map.of());
    }

    /** Who leaves is told without a name: it is remembered for those without an identifier of ours. */
    private @Nullable String name(HookEvent event, String external) {
        if (event.userName() != null) {
            if (Person.madeUp(external, event.userInternalId())) {
                occurrences.named(event.occurrence(), event.userInternalId(), external, event.userName());
            }
            return event.userName();
        }
        return occurrences.nameOf(event.occurrence(), event.userInternalId()).orElse(null);
    }

    /** In a breakout room the identifier ends with the room's number. */
    private static String withoutRoom(String externalId) {
        return externalId.replaceFirst("-\\d{1,3}$", "");
    }
}
