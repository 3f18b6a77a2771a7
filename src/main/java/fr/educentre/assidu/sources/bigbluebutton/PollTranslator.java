package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.bigbluebutton.PolledParticipantStore.Polled;
import fr.educentre.assidu.sources.bigbluebutton.PolledParticipantStore.Seen;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.MeetingSessionResolver;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Translates the state of a meeting, polled every minute: someone came at the poll that first sees them and left at the one
 * that no longer does. The traces say that they are exact to the minute only.
 */
@Component
class PollTranslator {

    static final String MEETING = "assidu-meeting";
    private static final Duration GAP = Duration.ofMinutes(3);
    private static final Map<String, Object> POLLED = Map.of("polled", true);

    private final PolledParticipantStore polled;
    private final MeetingSessionResolver sessions;
    private final BigBlueButtonSessions held;
    private final BigBlueButtonCompletionPolicy completion;

    PollTranslator(
            PolledParticipantStore polled,
            MeetingSessionResolver sessions,
            BigBlueButtonSessions held,
            BigBlueButtonCompletionPolicy completion) {
        this.polled = polled;
        this.sessions = sessions;
        this.held = held;
        this.completion = completion;
    }

    /** One poll being read. */
    private final class Reading {
        private final String meetingId;
        private final Instant at;
        private final UUID delivery;
        private final SessionInfo usual;
        private final List<NewTrace> traces = new ArrayList<>();
        private final Set<UUID> complete = new HashSet<>();

        Reading(Delivery delivery, String meetingId, SessionInfo usual) {
            this.delivery = delivery.id();
            this.at = time(delivery);
            this.meetingId = meetingId;
            this.usual = usual;
        }

        private BigBlueButtonEvidenceFactory evidence(String occurrence) {
            return new BigBlueButtonEvidenceFactory(delivery, Channel.API, meetingId, occurrence);
        }

        void see(MeetingInfo state, Polled before) {
            Map<String, Seen> present = polled.present(state.occurrence());
            if (state.endedAt() == null) {
                state.people().forEach((connection, seen) -> {
                    if (!present.containsKey(connection)) {
                        traces.add(evidence(state.occurrence())
                                .event(TraceKind.JOINED, person(seen), connection, at, usual.id(), of(seen)));
                    }
                    polled.came(state.occurrence(), seen, at);
                });
                present.keySet().removeAll(state.people().keySet());
            }
            went(state.occurrence(), present, left(before, state.endedAt()));
            boolean gap = before.at() == null || before.at().plus(GAP).isBefore(at);
            var now = new Polled(at, gap ? at : before.since(), state.createdAt(), before.hooked());
            polled.polled(state.occurrence(), now);
            if (state.endedAt() != null) {
                over(state.occurrence(), now, state.endedAt());
            } else if (!at.isBefore(usual.endsAt()) && watched(now, usual)) {
                complete.addAll(completion.reachedAndOver(List.of(usual), at));
            }
        }

        /** The server no longer knows the instance. */
        void gone(String occurrence) {
            Polled before = polled.lock(occurrence, meetingId, at);
            if (before.at() != null && at.isAfter(before.at())) {
                Instant end = left(before, null);
                went(occurrence, polled.present(occurrence), end);
                polled.polled(occurrence, new Polled(at, before.since(), before.createdAt(), before.hooked()));
                over(occurrence, before, end);
            }
        }

        private void went(String occurrence, Map<String, Seen> people, Instant left) {
            people.forEach((connection, seen) -> traces.add(evidence(occurrence)
                    .event(
                            TraceKind.LEFT,
                            person(seen),
                            connection,
                            left,
                            departed(left).id(),
                            POLLED)));
            polled.went(occurrence, people.keySet());
        }

        private void over(String occurrence, Polled polls, Instant end) {
            SessionInfo session = departed(end);
            traces.add(evidence(occurrence).ended(end, session.id()));
            if (watched(polls, session)) {
                complete.addAll(completion.ended(meetingId, occurrence, end, session));
            }
        }

        private SessionInfo departed(Instant when) {
            return sessions.departure(MeetingProvider.BIGBLUEBUTTON, meetingId, when)
                    .orElse(usual);
        }

        /** After polls that failed for long, nobody is said to have stayed longer than was seen. */
        private Instant left(Polled before, @Nullable Instant ended) {
            Instant last = before.at();
            Instant left = last != null && last.plus(GAP).isBefore(at) ? last.plusSeconds(60) : at;
            return ended != null && ended.isBefore(left) && (last == null || !ended.isBefore(last)) ? ended : left;
        }
    }

    DeliveryTranslation read(Delivery delivery) {
        String meetingId = delivery.headers().getOrDefault(MEETING, "");
        Instant at = time(delivery);
        Optional<SessionInfo> session = sessions.arrival(MeetingProvider.BIGBLUEBUTTON, meetingId, at);
        if (session.isEmpty()) {
            return held.none(meetingId, new TimeSlot(at, at.plusSeconds(1)));
        }
        BigBlueButtonXml xml = BigBlueButtonXml.parse(delivery.bytes());
        MeetingInfo state = xml.success() ? MeetingInfo.of(xml) : null;
        var reading = new Reading(delivery, meetingId, session.get());
        if (state != null) {
            Polled before = polled.lock(state.occurrence(), meetingId, at);
            if (before.at() != null && !at.isAfter(before.at())) {
                return nothing("olderPoll");
            }
            reading.see(state, before);
        }
        polled.inhabited(meetingId).stream()
                .filter(other -> state == null || !other.equals(state.occurrence()))
                .forEach(reading::gone);
        return reading.traces.isEmpty() && reading.complete.isEmpty()
                ? nothing("noChange")
                : new DeliveryTranslation.Traces(reading.traces, reading.complete);
    }

    private DeliveryTranslation nothing(String why) {
        return new DeliveryTranslation.Nothing(Wording.of("connectors.bigbluebutton.nothing." + why));
    }

    /** Whether what is known covers the session from its start, or from the meeting's own. */
    private static boolean watched(Polled polls, SessionInfo session) {
        Instant since = polls.since();
        Instant created = polls.createdAt();
        return polls.hooked()
                || (since != null && !since.isAfter(session.startsAt().plusSeconds(60)))
                || (since != null && created != null && !since.isAfter(created.plus(GAP)));
    }

    private static BigBlueButtonParticipant person(Seen seen) {
        return BigBlueButtonParticipant.of(seen.userId(), "", seen.name());
    }

    private static Map<String, Object> of(Seen seen) {
        return Map.of("polled", true, "moderator", seen.moderator());
    }

    private static Instant time(Delivery delivery) {
        return delivery.receivedAt().truncatedTo(ChronoUnit.MILLIS);
    }
}
