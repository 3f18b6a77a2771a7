package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.MeetingSessionResolver;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Translates the analytics of a meeting; only the first readable body of an instance counts. */
@Component
class AnalyticsTranslator {

    private final MeetingInstanceStore occurrences;
    private final PolledParticipantStore polled;
    private final MeetingSessionResolver sessions;
    private final BigBlueButtonSessions held;
    private final BigBlueButtonCompletionPolicy completion;

    AnalyticsTranslator(
            MeetingInstanceStore occurrences,
            PolledParticipantStore polled,
            MeetingSessionResolver sessions,
            BigBlueButtonSessions held,
            BigBlueButtonCompletionPolicy completion) {
        this.occurrences = occurrences;
        this.polled = polled;
        this.sessions = sessions;
        this.held = held;
        this.completion = completion;
    }

    DeliveryTranslation read(Delivery delivery) {
        AnalyticsReport analytics = AnalyticsReport.read(delivery.bytes());
        var whole = new TimeSlot(analytics.start(), analytics.finish());
        List<SessionInfo> around = held.around(analytics.meetingId(), whole);
        if (around.isEmpty()) {
            return held.none(analytics.meetingId(), whole);
        }
        if (!occurrences.analyticsOf(analytics.occurrence(), analytics.meetingId(), delivery.id())) {
            return new DeliveryTranslation.Nothing(Wording.of("connectors.bigbluebutton.nothing.again"));
        }
        var told = new BigBlueButtonEvidenceFactory(
                delivery.id(), Channel.API, analytics.meetingId(), analytics.occurrence());
        List<NewTrace> traces = new ArrayList<>();
        Set<String> polledIds = polled.connectionsOf(analytics.occurrence());
        Set<String> settled = new HashSet<>();
        for (AnalyticsReport.Stay stay : analytics.stays()) {
            SessionInfo session = session(around, stay, analytics.meetingId());
            traces.add(told.stay(
                    stay.person(),
                    stay.connection(),
                    stay.from(),
                    stay.to(),
                    session.id(),
                    Map.of("moderator", stay.moderator(), "implicitEnd", stay.implicitEnd())));
            String asPolled = PolledParticipantStore.connection(stay.person());
            if (polledIds.contains(asPolled) && settled.add(asPolled)) {
                traces.add(inPlaceOfPolls(told, stay, asPolled, session));
            }
        }
        List<SessionInfo> served = around.stream()
                .filter(session -> session.slot().overlaps(whole))
                .toList();
        return new DeliveryTranslation.Traces(traces, completion.reachedAndOver(served, analytics.finish()));
    }

    /** Polls know the person only, and to the minute: what the report says of them is right instead. */
    private static NewTrace inPlaceOfPolls(
            BigBlueButtonEvidenceFactory told, AnalyticsReport.Stay stay, String connection, SessionInfo session) {
        return told.stay(
                stay.person(), connection, stay.from(), stay.from(), session.id(), Map.of("inPlaceOfPolls", true));
    }

    private SessionInfo session(List<SessionInfo> around, AnalyticsReport.Stay stay, String meetingId) {
        if (around.size() == 1) {
            return around.getFirst();
        }
        var slot = new TimeSlot(stay.from(), stay.to());
        return around.stream()
                .filter(session -> session.slot().overlaps(slot))
                .max(Comparator.comparing((SessionInfo session) -> overlap(session, slot))
                        .thenComparing(SessionInfo::startsAt, Comparator.reverseOrder()))
                .or(() -> sessions.mostOverlapped(MeetingProvider.BIGBLUEBUTTON, meetingId, slot))
                .orElse(around.getFirst());
    }

    private static Duration overlap(SessionInfo session, TimeSlot slot) {
        Instant from = session.startsAt().isAfter(slot.from()) ? session.startsAt() : slot.from();
        Instant to = session.endsAt().isBefore(slot.to()) ? session.endsAt() : slot.to();
        return Duration.between(from, to);
    }
}
