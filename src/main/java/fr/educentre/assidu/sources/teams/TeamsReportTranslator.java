package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A report taken from Graph as traces; it completes the sessions it reaches the end of. */
@Component("teamsReportTranslation")
class TeamsReportTranslator {

    /** Never taken from the headers of a request. */
    private static final String MEETING = "assidu-meeting";

    private static final Duration AROUND = Duration.ofHours(12);

    private final TeamsSessionQueries meetings;
    private final TeamsCompletionPolicy ends;

    TeamsReportTranslator(TeamsSessionQueries meetings, TeamsCompletionPolicy ends) {
        this.meetings = meetings;
        this.ends = ends;
    }

    /** @param meetingKeys by which the session may know the meeting */
    static Map<String, String> headers(Collection<String> meetingKeys) {
        return Map.of(MEETING, String.join("\t", meetingKeys));
    }

    static boolean isReport(Delivery delivery) {
        return delivery.headers().containsKey(MEETING);
    }

    DeliveryTranslation translate(Delivery delivery) {
        MeetingReference meeting = MeetingReference.named(
                delivery.headers().getOrDefault(MEETING, "").split("\t"));
        Optional<TeamsReport> read = TeamsReport.read(delivery.bytes());
        if (read.isEmpty()) {
            return new DeliveryTranslation.Nothing(text("outcome.emptyReport"));
        }
        TeamsReport report = read.get();
        var stretch = new TimeSlot(report.from(), report.to());
        Optional<SessionInfo> most = meetings.mostOverlapped(meeting, stretch);
        if (most.isEmpty()) {
            return new DeliveryTranslation.NotUnderstood(text("problem.noSession", meeting.shown(), report.from()));
        }
        List<NewTrace> traces = new ArrayList<>();
        boolean alone = alone(meeting, stretch);
        for (TeamsReport.Stay stay : report.stays()) {
            SessionInfo session = alone
                    ? most.get()
                    : meetings.mostOverlapped(meeting, new TimeSlot(stay.from(), stay.to()))
                            .orElse(most.get());
            traces.add(TeamsEvidenceFactory.reported(session, report, stay, delivery.id()));
        }
        Set<UUID> complete = meeting.ids().stream()
                .flatMap(id -> meetings.overlapped(id, stretch).stream())
                .filter(session -> ends.reaches(session, report.to()))
                .map(SessionInfo::id)
                .collect(Collectors.toSet());
        return new DeliveryTranslation.Traces(traces, complete);
    }

    private boolean alone(MeetingReference meeting, TimeSlot stretch) {
        var around = new TimeSlot(stretch.from().minus(AROUND), stretch.to().plus(AROUND));
        return meeting.ids().stream()
                        .mapToLong(id -> meetings.overlapped(id, around).size())
                        .sum()
                == 1;
    }

    private static Wording text(String key, Object... arguments) {
        return Wording.of("connectors.teams." + key, arguments);
    }
}
